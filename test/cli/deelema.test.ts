import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { eventColumns } from '@deelema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEventFile } from '../support/event-file.ts';
import { writePipeline, writeToyDataset } from '../support/small-pipeline.ts';
import { createWorkspace, run, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let events: string;
beforeAll(() => {
  workspace = createWorkspace();
  events = `${workspace.root} events.lhe.gz`;
  writeEventFile(events, 'ttbar-dilepton-13tev', 300);
  writeToyDataset(workspace, 'toy');
  writePipeline(workspace, 'small', 'toy');
});
afterAll(() => {
  workspace.remove();
  rmSync(events, { force: true });
});

describe('new', () => {
  it("writes a dataset and a pipeline for a user's own file, and they run", async () => {
    const { code, output } = await workspace.deelema(
      'new',
      'mine',
      '--events',
      events,
      '--m-c',
      '0'
    );
    expect(code, output).toBe(0);
    expect(output).toContain('300 events');
    expect(workspace.read('datasets/mine/dataset.yaml')).toContain('topology: ttbar-dilepton');
    workspace.edit(
      'pipelines/mine/pipeline.yaml',
      '  process: top-pair',
      '  process: top-pair\n  layers: 1\n  width: 8\n  draws: 4\n  batch: 32\n  steps: 10\n  simulation: { rounds: 0 }'
    );
    const ran = await workspace.deelema('run', 'mine');
    expect(ran.code, ran.output).toBe(0);
    expect(existsSync(workspace.path('pipelines/mine/out/report/report.html'))).toBe(true);
    const manifest = JSON.parse(workspace.read('datasets/mine/generate/manifest.json')) as {
      counts: { read: number };
    };
    expect(manifest.counts.read).toBe(300);
  });

  it.each([
    [
      ['new', 'mine', '--events', 'x.lhe', '--m-c', '0'],
      'datasets/mine/dataset.yaml exists already',
    ],
    [['new', 'other', '--events', 'gone.lhe', '--m-c', '0'], 'gone.lhe does not exist'],
    [
      ['new', 'other', '--events', 'gone.lhe', '--m-c', 'heavy'],
      '--m-c is "heavy": expected a mass in GeV',
    ],
    [['new', '../out', '--events', 'gone.lhe', '--m-c', '0'], '"../out" is no name for a dataset'],
    [
      ['new', 'samples', '--events', 'gone.lhe', '--m-c', '0'],
      'A dataset cannot be called "samples"',
    ],
    [['new', 'other', '--m-c', '0'], "required option '--events <file>' not specified"],
  ])('%j is wrong usage', async (words, expected) => {
    const { code, output } = await workspace.deelema(...words);
    expect(code).toBe(2);
    expect(output).toContain(expected);
    expect(existsSync(workspace.path('datasets/other'))).toBe(false);
  });

  it('says so if the decay is not in the file', async () => {
    const other = `${workspace.root} other.lhe`;
    writeFileSync(
      other,
      '<LesHouchesEvents version="1.0">\n<init>\n</init>\n</LesHouchesEvents>\n'
    );
    const { code, output } = await workspace.deelema(
      'new',
      'other',
      '--events',
      other,
      '--m-c',
      '0'
    );
    rmSync(other);
    expect(code).toBe(1);
    expect(output).toContain('other.lhe');
    expect(output).not.toContain('    at ');
    expect(existsSync(workspace.path('datasets/other'))).toBe(false);
  });
});

describe('new, from a CSV file', () => {
  const columns = eventColumns(false);
  const header = columns.join(',');

  async function newFrom(name: string, text: string, mC = '0') {
    const csv = workspace.path(`${name}.csv`);
    writeFileSync(csv, text);
    return workspace.deelema('new', name, '--events', csv, '--m-c', mC);
  }

  it('refuses one without events, and writes nothing', async () => {
    const { code, output } = await newFrom('empty', `${header}\n`);
    expect(code).toBe(1);
    expect(output).toMatch(/empty\.csv has no .*events.*\.\n$/);
    expect(output).not.toContain('    at ');
    expect(existsSync(workspace.path('datasets/empty'))).toBe(false);
    expect(existsSync(workspace.path('pipelines/empty'))).toBe(false);
  });

  it('takes back what it wrote if it is refused, and nothing else', async () => {
    mkdirSync(workspace.path('datasets/twice'));
    mkdirSync(workspace.path('pipelines/twice'));
    workspace.write('pipelines/twice/study.yaml', 'members: [small]\n');
    const row = columns.map(() => '1').join(',');
    const { code, output } = await newFrom('twice', `${header}\n${row}\n`);
    expect(code, output).toBe(2);
    expect(output).toContain('pipelines/twice');
    expect(readdirSync(workspace.path('datasets/twice'))).toEqual([]);
    expect(readdirSync(workspace.path('pipelines/twice'))).toEqual(['study.yaml']);
    rmSync(workspace.path('pipelines/twice'), { recursive: true });
  });
});

describe('run', () => {
  it('--dry-run tells what would run, and what is up to date', async () => {
    const before = await workspace.deelema('run', 'small', 'baseline', '--dry-run');
    expect(before.output).toMatch(/^generate +to run, about 1 s, .* datasets\/toy\/generate$/m);
    expect(before.output).not.toContain('train');
    expect((await workspace.deelema('run', 'small', 'preprocess')).code).toBe(0);
    const after = await workspace.deelema('run', 'small', '--dry-run');
    expect(after.output).toMatch(/^preprocess +up to date +datasets\/toy\/preprocess$/m);
    expect(after.output).toMatch(/^train +to run, about .* pipelines\/small\/out\/train$/m);
  });

  it.each([
    ['run.json', ''],
    ['run.json', '{"key": "'],
    ['run.json', 'null'],
    ['manifest.json', undefined],
  ])('--dry-run counts a stage as not made if its %s is %j', async (file, text) => {
    const path = workspace.path('datasets/toy/generate', file);
    const before = workspace.read(`datasets/toy/generate/${file}`);
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
    const { code, output } = await workspace.deelema('run', 'small', '--dry-run');
    writeFileSync(path, before);
    expect(code, output).toBe(0);
    expect(output).toMatch(/^generate +to run, about 1 s, .* datasets\/toy\/generate$/m);
    expect(output).toMatch(/^preprocess +to run, took /m);
  });

  it.each([
    [['run', 'nowhere'], 'pipelines/nowhere/pipeline.yaml cannot be read'],
    [['run', 'small', 'trian'], 'There is no stage "trian"'],
    [['rnu', 'small'], "unknown command 'rnu'"],
  ])('%j is wrong usage', async (words, expected) => {
    const { code, output } = await workspace.deelema(...words);
    expect(code).toBe(2);
    expect(output).toContain(expected);
  });

  it('ends with 1 if a stage fails', async () => {
    workspace.write(
      'pipelines/small/broken.mjs',
      "import { z } from 'zod';\nexport const stage = { name: 'evaluate', config: z.strictObject({}), run: () => Promise.reject(new Error('broken on purpose')) };\n"
    );
    workspace.edit(
      'pipelines/small/pipeline.yaml',
      'evaluate: { split: all }',
      'evaluate: { use: ./broken.mjs }'
    );
    const { code, output } = await workspace.deelema('run', 'small');
    expect(code).toBe(1);
    expect(output).toContain('broken on purpose');
    expect(existsSync(workspace.path('pipelines/small/out/evaluate'))).toBe(false);
  });

  it('ends with 130 if it is interrupted, and leaves nothing half-written', async () => {
    const slow =
      "import { z } from 'zod';\nexport const stage = { name: 'evaluate', config: z.strictObject({}), async run({ progress, signal }) { progress.log('in the middle'); await new Promise((_, reject) => { const timer = setTimeout(() => {}, 60000); signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }); }); } };\n";
    workspace.write('pipelines/small/broken.mjs', slow);
    const child = spawn(
      process.execPath,
      [workspace.path('packages/cli/bin/deelema.mjs'), 'run', 'small'],
      {
        cwd: workspace.root,
        env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
      }
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        if (!output.includes('in the middle') && (output + text).includes('in the middle'))
          child.kill('SIGINT');
        output += text;
      });
    }
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code, output).toBe(130);
    expect(existsSync(workspace.path('pipelines/small/out/evaluate'))).toBe(false);
  });
});

/** A terminal of its own for a command; types Ctrl-C when it has read the given words, and ends as the command did. */
const TERMINAL = `
import os, pty, sys
words, command = sys.argv[1].encode(), sys.argv[2:]
pid, fd = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
seen, typed = b'', False
while True:
    try:
        chunk = os.read(fd, 4096)
    except OSError:
        break
    if not chunk:
        break
    seen += chunk
    if not typed and words in seen:
        typed = True
        os.write(fd, b'\\x03')
sys.stdout.write(seen.decode(errors='replace'))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const PYTHON = spawnSync('python3', ['-c', 'import os, pty; os.waitstatus_to_exitcode']);

describe.runIf(PYTHON.status === 0)('run in a terminal', () => {
  // The slow stage is that of the test before. Only in a terminal would Nx give its tasks one of their own.
  it('ends with 130 after Ctrl-C', async () => {
    const command = [
      process.execPath,
      workspace.path('packages/cli/bin/deelema.mjs'),
      'run',
      'small',
    ];
    const child = spawn('python3', ['-c', TERMINAL, 'in the middle', ...command], {
      cwd: workspace.root,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(output).toContain('in the middle');
    expect(code, output).toBe(130);
    expect(existsSync(workspace.path('pipelines/small/out/evaluate'))).toBe(false);
  });
});

describe('convert, inspect, verify, doctor', () => {
  it('convert goes from LHE to CSV and back to Arrow', async () => {
    const csv = workspace.path('events.csv');
    expect((await workspace.deelema('convert', events, csv)).output).toContain(
      'events.csv: 300 events'
    );
    expect((await workspace.deelema('convert', csv, workspace.path('events.arrow'))).code).toBe(0);
    const { output } = await workspace.deelema('inspect', workspace.path('events.arrow'), '--json');
    const facts = JSON.parse(output) as { events: number; massMedians: Record<string, number> };
    expect(facts.events).toBe(300);
    // The generator's top mass is 173.0 GeV, its width 1.5 GeV; the median of 300 is good to 0.2 GeV.
    expect(Math.abs(facts.massMedians.A1 - 173)).toBeLessThan(1);
  });

  it('convert leaves no file if its source is damaged', async () => {
    appendFileSync(workspace.path('events.csv'), '1,2,3\n');
    const { code, output } = await workspace.deelema(
      'convert',
      workspace.path('events.csv'),
      workspace.path('b.arrow')
    );
    expect(code).toBe(1);
    expect(output).toContain('events.csv');
    expect(existsSync(workspace.path('b.arrow'))).toBe(false);
  });

  it('inspect shows the manifest of a stage', async () => {
    const { code, output } = await workspace.deelema('inspect', 'datasets/mine/generate');
    expect(code).toBe(0);
    expect(output).toMatch(/events\.arrow:\n +bytes: \d+/);
  });

  it('verify finds a changed byte', async () => {
    expect(await workspace.deelema('verify', 'pipelines/mine')).toMatchObject({ code: 0 });
    appendFileSync(workspace.path('pipelines/mine/out/evaluate/evaluation.json'), ' ');
    const { code, output } = await workspace.deelema('verify', 'pipelines/mine');
    expect(code).toBe(1);
    expect(output).toMatch(/out\/evaluate: evaluation\.json has \d+ bytes, expected \d+\./);
  });

  it('verify wants a folder', async () => {
    const { code, output } = await workspace.deelema('verify', 'package.json');
    expect(code).toBe(2);
    expect(output).toBe(
      'package.json is a file: expected the folder of a stage, pipeline or dataset.\n'
    );
  });

  it('doctor finds this machine fit', async () => {
    const { code, output } = await workspace.deelema('doctor', '--json');
    expect(code, output).toBe(0);
    const findings = JSON.parse(output) as { what: string; found: string }[];
    const foundOf = (name: string) => findings.find(({ what }) => what === name)?.found;
    expect(foundOf('backend wasm')).toBe('wasm 4.22.0');
    expect(foundOf('backend onnxruntime')).toMatch(/^onnxruntime [\d.]+, cpu, \d+ threads?, ./);
  });

  it('says where it must be run', async () => {
    const { code, output } = await run(tmpdir(), [
      workspace.path('packages/cli/bin/deelema.mjs'),
      'doctor',
    ]);
    expect(code).toBe(2);
    expect(output).toContain('is not inside a deelema workspace');
  });
});
