import { readFile } from 'node:fs/promises';
import { InputError } from '@deelema/events';
import { readMaking } from '@deelema/pages';
import { evaluationSchema, figureListSchema, readRecord, tableSchema } from '@deelema/records';
import type { Table } from '@deelema/records';
import { readManifest, type StageContext, type StageInput, type StageMember } from '@deelema/stage';
import { projectName, stageDir, stageEntry } from '@deelema/workflow';
import type { Content, MemberContent, Origin, Settings } from './content.ts';
import { chartsOfPage, figureOfPage } from './figures-of-page.ts';
import { memberFolder, pipelineOf } from './links.ts';

/** What is read of a stage that runs. */
type Context = Pick<
  StageContext<Settings>,
  'config' | 'inputs' | 'makings' | 'project' | 'signal'
> & {
  readonly members: readonly StageMember[];
};

/**
 * Reads all that the page of a study is made of.
 *
 * @param context Of the stage.
 * @throws InputError if a document is not what its stage writes, or a member lacks a figure that is asked for.
 */
export async function readContent(context: Context): Promise<Content> {
  const { config: settings, inputs, makings = [], project: study, members } = context;
  const { collect, charts } = inputs;
  const table = await readRecord(collect.path('table'), tableSchema, 'collect');
  checkMembers(table, members);
  const list = await readRecord(charts.path('charts'), figureListSchema, 'charts');
  const read = await readMembers(context);
  const source = { dir: charts.dir, project: study, folder: stageDir('study', study, 'charts') };
  const drawn = await chartsOfPage(source, list);
  const making = await Promise.all(makings.map((made) => readMaking(made)));
  return {
    settings,
    study,
    table,
    files: {
      csv: await readFile(collect.path('csv'), 'utf8'),
      json: await readFile(collect.path('table'), 'utf8'),
    },
    charts: list,
    members: read,
    figures: [...drawn, ...(await readAskedFor(context, read))],
    making: making.filter((made) => made !== null),
    origins: members.flatMap((member) => originsOf(study, member)),
  };
}

/** A program in the place of collect may write of others. */
function checkMembers(table: Table, members: readonly StageMember[]): void {
  const [ours, theirs] = [members, table.members].map((all) => all.map(({ name }) => name));
  const odd = [
    ...theirs.filter((name) => !ours.includes(name)),
    ...ours.filter((name) => !theirs.includes(name)),
  ];
  if (odd.length === 0) return;
  throw new InputError(
    `summary: table.json and the study have different members, they differ in ${odd.join(', ')}: run collect again.`
  );
}

async function readMembers({ members, signal }: Context): Promise<Content['members']> {
  const read: [string, MemberContent][] = [];
  for (const member of members) {
    signal.throwIfAborted();
    read.push([member.name, await readMember(member)]);
  }
  return Object.fromEntries(read);
}

async function readMember({
  name,
  inputs: { evaluate, figures },
}: StageMember): Promise<MemberContent> {
  try {
    return {
      evaluation: await readRecord(evaluate.path('evaluation'), evaluationSchema, 'evaluate'),
      figures: await readRecord(figures.path('figures'), figureListSchema, 'figures'),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, exitCode, cause } = error;
    throw new InputError(`${name}: ${message}`, { exitCode, cause });
  }
}

async function readAskedFor(
  { config, members, project }: Context,
  read: Content['members']
): Promise<Content['figures']> {
  const drawn = config.figures.map(async (settings, index) => {
    const member = members.find(({ name }) => name === settings.member);
    if (member === undefined)
      throw new InputError(
        `summary: the study has no member "${settings.member}" to show a figure of: expected one of ${members.map(({ name }) => name).join(', ')}.`,
        { exitCode: 2 }
      );
    const source = {
      dir: member.inputs.figures.dir,
      project: projectName('pipeline', pipelineOf(project, member)),
      folder: memberFolder(project, member, 'figures'),
    };
    return figureOfPage(settings, index, source, read[member.name].figures);
  });
  return (await Promise.all(drawn)).flat();
}

function originsOf(study: string, member: StageMember): Origin[] {
  const { evaluate, figures } = member.inputs;
  const origin = (input: StageInput, stage: string, output: string): Origin => {
    const file = stageEntry(stage).outputs[output];
    const sha256 = readManifest(input.dir)?.files[file]?.sha256 ?? null;
    return { folder: memberFolder(study, member, stage), file, sha256 };
  };
  return [origin(evaluate, 'evaluate', 'evaluation'), origin(figures, 'figures', 'figures')];
}
