#!/usr/bin/env python3
"""Histograms of the events of full generators, for the stage `compare`.

    python3 histograms.py FOLDER [SAMPLES]

FOLDER holds the Les Houches Event files named in RUNS below; one JSON file for each is written beside this script.
SAMPLES, if given, holds the first 5 000 events of two of them: `sample-ttbar.json` and `sample-gluino.json` are
made of those, with which the tests compare this repository's own reader and observables bin by bin.

Needs Python 3 and numpy. It shares no code with the packages: it reads the files by itself, and goes to the rest
frames of the decaying particles by explicit boosts, first to that of the pair, then to that of each A.

Units GeV and degrees. A1 and A2 are the two particles that decay to a and B; branch 1 is that of the A with positive
PDG number, or the first in the event if both have the same sign. E = sqrt(p^2 + m^2) with the mass of the file.
"""

import gzip
import hashlib
import json
import os
import sys

import numpy as np

SCHEMA_VERSION = 1
SCRIPT_VERSION = 1

TOP = {"A": {6}, "B": {24}, "a": {5, 3, 1}, "b": {11, 13}, "C": {12, 14}}
GLUINO = {"A": {1000021}, "B": {1000005}, "a": {5}, "b": {5}, "C": {1000022}}
ROLES = ["a1", "b1", "c1", "a2", "b2", "c2"]

PYTHIA = {"generator": "Pythia", "version": "8.302", "pdf": "NNPDF2.3 QCD+QED LO, alpha_s(M_Z) = 0.130"}
MADGRAPH = {"generator": "MadGraph5_aMC@NLO", "version": "3.5.7", "pdf": "NNPDF2.3 QED LO, alpha_s(M_Z) = 0.130"}
TTBAR = {"process": "p p > t t~ > b l+ nu b~ l- nu~ (l = e, mu) at 13 TeV, leading order"}

# The spins of the tops are correlated in MadGraph's matrix element with decays, and not in Pythia's.
RUNS = {
    "pythia-ttbar": {
        "file": "ttbar-dilepton-13tev.lhe.gz", "about": {**PYTHIA, **TTBAR, "seed": 101},
        "particles": TOP, "kind": "ttbar", "correlated": False, "sample": "sample-ttbar",
    },
    "madgraph-ttbar": {
        "file": "ttbar-dilepton-13tev-madgraph.lhe.gz", "about": {**MADGRAPH, **TTBAR, "seed": 4242},
        "particles": TOP, "kind": "ttbar", "correlated": True, "sample": None,
    },
    "pythia-gluino": {
        "file": "gluino-antler-1000-800-700.lhe.gz",
        "about": {**PYTHIA, "process": "p p > g~ g~, g~ > b b~_1, b~_1 > b chi~0_1 at 13 TeV, leading order", "seed": 102},
        "particles": GLUINO, "kind": "gluino", "correlated": False, "sample": "sample-gluino",
    },
}

# Name: (low, high, bins) for t t~ and for gluinos. Fixed: a reference made again has the same bins.
COS = ((-1, 1, 40),) * 2
ANGLE = ((0, 180, 36),) * 2
AZIMUTH = ((-180, 180, 36),) * 2
BINS = {
    "m_A1": ((158, 188, 30), (999.995, 1000.005, 40)),
    "m_A2": ((158, 188, 30), (999.995, 1000.005, 40)),
    "m_B1": ((60, 100, 40), (799.995, 800.005, 40)),
    "m_B2": ((60, 100, 40), (799.995, 800.005, 40)),
    "m_ab1": ((0, 200, 40), (0, 300, 30)),
    "m_ab2": ((0, 200, 40), (0, 300, 30)),
    "m_vis": ((0, 800, 40), (0, 1200, 40)),
    "pt_A": ((0, 400, 40), (0, 1600, 40)),
    "pt_a1": ((0, 200, 40), (0, 500, 40)),
    "pt_a2": ((0, 200, 40), (0, 500, 40)),
    "pt_b1": ((0, 200, 40), (0, 400, 40)),
    "pt_b2": ((0, 200, 40), (0, 400, 40)),
    "pt_c1": ((0, 200, 40), (0, 1200, 40)),
    "pt_c2": ((0, 200, 40), (0, 1200, 40)),
    "ptmiss": ((0, 250, 40), (0, 800, 40)),
    "y_A1": ((-3, 3, 40), (-2, 2, 40)),
    "y_A2": ((-3, 3, 40), (-2, 2, 40)),
    "y_a1": ((-4, 4, 40), (-4, 4, 40)),
    "y_a2": ((-4, 4, 40), (-4, 4, 40)),
    "y_b1": ((-4, 4, 40), (-4, 4, 40)),
    "y_b2": ((-4, 4, 40), (-4, 4, 40)),
    "y_c1": ((-4, 4, 40), (-2, 2, 40)),
    "y_c2": ((-4, 4, 40), (-2, 2, 40)),
    "y_pair": ((-3, 3, 40), (-2, 2, 40)),
    "sqrt_s": ((300, 1100, 40), (2000, 5000, 40)),
    "cos_A": COS, "cos_a1": COS, "cos_a2": COS, "cos_b1": COS, "cos_b2": COS,
    "phi_b1": AZIMUTH, "phi_b2": AZIMUTH, "dphi_a": ANGLE, "dphi_b": ANGLE,
    "dy_b": ((0, 5, 40), (0, 5, 40)),
    "cos_bb": COS, "coscos_b": COS, "helicity_b1": COS, "helicity_b2": COS, "phi_planes": AZIMUTH,
}
UNITS = {"m": "GeV", "pt": "GeV", "ptmiss": "GeV", "sqrt": "GeV", "phi": "degree", "dphi": "degree"}

# Fixed by masses and isotropic or V-A decays of unpolarised particles, whatever the production.
INVARIANT = {
    "m_A1", "m_A2", "m_B1", "m_B2", "m_ab1", "m_ab2", "cos_a1", "cos_a2", "cos_b1", "cos_b2", "phi_b1", "phi_b2",
    "helicity_b1", "helicity_b2",
}
# The same where the spins of the two A know nothing of each other.
INVARIANT_IF_UNCORRELATED = {"cos_bb", "coscos_b", "phi_planes"}


# ---------------------------------------------------------------------------------------------- reading

def read_lhe(path):
    """Yields ('init', lines) once and ('event', lines) for each event."""
    with gzip.open(path, "rt") as file:
        block, kind = None, None
        for line in file:
            tag = line.strip()
            if tag.startswith("<init"):
                block, kind = [], "init"
            elif tag.startswith("<event") and not tag.startswith("<eventgroup"):
                block, kind = [], "event"
            elif tag.startswith("</init") or tag == "</event>":
                yield kind, block
                block = None
            elif block is not None:
                block.append(line)


def cross_section(lines):
    """Sum of the processes of <init>, errors in quadrature, pb."""
    processes = int(lines[0].split()[9])
    numbers = [[float(x) for x in line.split()[:2]] for line in lines[1:1 + processes]]
    value = sum(x for x, _ in numbers)
    return {"value": value, "error": sum(e * e for _, e in numbers) ** 0.5, "unit": "pb"}


def roles_of(particles, who):
    """The six particles of an antler event in the order of ROLES, or None."""
    heavy = [i for i, p in enumerate(particles) if p[1] == 2 and abs(p[0]) in who["A"]]
    if len(heavy) != 2:
        return None
    if particles[heavy[0]][0] < 0 < particles[heavy[1]][0]:
        heavy.reverse()
    found = []
    for top in heavy:
        upper = children(particles, top)
        a = [i for i in upper if particles[i][1] == 1 and abs(particles[i][0]) in who["a"]]
        B = [i for i in upper if particles[i][1] == 2 and abs(particles[i][0]) in who["B"]]
        if len(a) != 1 or len(B) != 1:
            return None
        lower = children(particles, B[0])
        b = [i for i in lower if abs(particles[i][0]) in who["b"]]
        C = [i for i in lower if abs(particles[i][0]) in who["C"]]
        if len(b) != 1 or len(C) != 1:
            return None
        found += [a[0], b[0], C[0]]
    return found


def children(particles, mother):
    return [i for i, p in enumerate(particles) if p[2] == mother + 1 and i != mother]


def load(path, who):
    """Momenta [6][n][4] as E, px, py, pz by role, weights [n], cross-section, number of events left out."""
    rows, weights, sigma, left_out = [], [], None, 0
    for kind, lines in read_lhe(path):
        if kind == "init":
            sigma = cross_section(lines)
            continue
        head = lines[0].split()
        count = int(head[0])
        particles = []
        for line in lines[1:1 + count]:
            f = line.split()
            momentum = [float(x) for x in f[6:9]]
            particles.append((int(f[0]), int(f[1]), int(f[2]), momentum, float(f[10])))
        chosen = roles_of(particles, who)
        if chosen is None:
            left_out += 1
            continue
        rows.append([[particles[i][4], *particles[i][3]] for i in chosen])
        weights.append(float(head[2]))
    p = np.array(rows).transpose(1, 0, 2)
    p[..., 0] = np.sqrt((p ** 2).sum(axis=-1))
    return dict(zip(ROLES, p)), np.array(weights), sigma, left_out


# ------------------------------------------------------------------------------------------ kinematics

def mass(p):
    return np.sqrt(np.maximum(p[:, 0] ** 2 - (p[:, 1:] ** 2).sum(axis=1), 0))


def pt(p):
    return np.hypot(p[:, 1], p[:, 2])


def rapidity(p):
    """asinh(pz / m_T), which keeps its digits along the beam."""
    transverse = np.sqrt(mass_squared_floor(p) + p[:, 1] ** 2 + p[:, 2] ** 2)
    return np.arcsinh(p[:, 3] / transverse)


def mass_squared_floor(p):
    return np.maximum(p[:, 0] ** 2 - (p[:, 1:] ** 2).sum(axis=1), 0)


def to_rest(p, frame):
    """p as seen from the rest frame of `frame`, by a boost without rotation."""
    beta = -frame[:, 1:] / frame[:, :1]
    b2 = (beta ** 2).sum(axis=1)
    gamma = 1 / np.sqrt(1 - b2)
    along = (beta * p[:, 1:]).sum(axis=1)
    factor = np.where(b2 > 1e-14, (gamma - 1) / np.where(b2 > 1e-14, b2, 1), 0.5)
    e = gamma * (p[:, 0] + along)
    v = p[:, 1:] + (factor * along + gamma * p[:, 0])[:, None] * beta
    return np.column_stack([e, v])


def unit(v):
    return v / np.sqrt((v ** 2).sum(axis=1))[:, None]


def direction(p):
    return unit(p[:, 1:])


def dot(u, v):
    return (u * v).sum(axis=1)


def azimuth_about(axis, start, end):
    """Signed angle about `axis` from `start` to `end`, degrees."""
    return np.degrees(np.arctan2(dot(axis, np.cross(start, end)), dot(start, end) - dot(axis, start) * dot(axis, end)))


def angle_between_transverse(p, q):
    difference = np.degrees(np.abs(np.arctan2(p[:, 2], p[:, 1]) - np.arctan2(q[:, 2], q[:, 1])))
    return np.minimum(difference, 360 - difference)


def observables(p):
    out = {}
    branches = []
    pair = sum(p[role] for role in ROLES)
    for i in "12":
        a, b, c = (p[x + i] for x in "abc")
        B, A = b + c, a + b + c
        out["m_A" + i], out["m_B" + i], out["m_ab" + i] = mass(A), mass(B), mass(a + b)
        for name, q in (("a", a), ("b", b), ("c", c)):
            out[f"pt_{name}{i}"], out[f"y_{name}{i}"] = pt(q), rapidity(q)
        out["y_A" + i] = rapidity(A)
        # By way of the pair's rest frame.
        A_pair, a_pair, b_pair, c_pair = (to_rest(q, pair) for q in (A, a, b, c))
        k = direction(A_pair)
        a_rest, b_rest, c_rest = (to_rest(q, A_pair) for q in (a_pair, b_pair, c_pair))
        B_rest = b_rest + c_rest
        b_in_B = to_rest(b_rest, B_rest)
        n = direction(B_rest)
        out["cos_a" + i] = dot(k, direction(a_rest))
        out["cos_b" + i] = dot(n, direction(b_in_B))
        out["phi_b" + i] = azimuth_about(n, k, direction(b_rest))
        out["helicity_b" + i] = dot(k, direction(b_rest))
        branches.append((A, k, direction(a_pair), direction(b_rest)))
    (A1, k1, a1, b1), (_, _, a2, b2) = branches
    out["m_vis"] = mass(p["a1"] + p["b1"] + p["a2"] + p["b2"])
    out["pt_A"] = pt(A1)
    out["ptmiss"] = pt(p["c1"] + p["c2"])
    out["y_pair"], out["sqrt_s"] = rapidity(pair), mass(pair)
    out["cos_A"] = k1[:, 2]
    out["dphi_a"] = angle_between_transverse(p["a1"], p["a2"])
    out["dphi_b"] = angle_between_transverse(p["b1"], p["b2"])
    out["dy_b"] = np.abs(out["y_b1"] - out["y_b2"])
    out["cos_bb"] = dot(b1, b2)
    out["coscos_b"] = out["helicity_b1"] * out["helicity_b2"]
    out["phi_planes"] = azimuth_about(k1, a1, a2)
    return out


# ------------------------------------------------------------------------------------------- histograms

def histogram(x, w, edges):
    """Sums of w and of w^2 in [e_i, e_i+1), the last bin with its upper edge, and outside."""
    index = np.searchsorted(edges, x, side="right")
    index[x == edges[-1]] = len(edges) - 1
    sums = np.bincount(index, weights=w, minlength=len(edges) + 1)
    squares = np.bincount(index, weights=w * w, minlength=len(edges) + 1)
    return {
        "sumOfWeights": numbers(sums[1:-1]), "sumOfSquaredWeights": numbers(squares[1:-1]),
        "underflow": number(sums[0]), "overflow": number(sums[-1]),
    }


def number(x):
    x = float(f"{x:.10g}")
    return int(x) if x == int(x) else x


def numbers(values):
    return [number(x) for x in values]


def moments(x, w):
    mean = (w * x).sum() / w.sum()
    error = np.sqrt((w * w * (x - mean) ** 2).sum()) / w.sum()
    return {"mean": number(mean), "meanError": number(error)}


def document(path, run):
    p, w, sigma, left_out = load(path, run["particles"])
    values = observables(p)
    assert set(values) == set(BINS), set(values) ^ set(BINS)
    invariant = INVARIANT if run["correlated"] else INVARIANT | INVARIANT_IF_UNCORRELATED
    rows = []
    for name, layouts in BINS.items():
        low, high, bins = layouts[run["kind"] == "gluino"]
        edges = np.array([float(f"{low + (high - low) * i / bins:.10g}") for i in range(bins + 1)])
        x = values[name]
        assert np.isfinite(x).all(), name
        rows.append({
            "name": name, "unit": UNITS.get(name.split("_")[0], ""), "invariant": name in invariant,
            "edges": numbers(edges), **moments(x, w), **histogram(x, w, edges),
        })
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return {
        "schemaVersion": SCHEMA_VERSION, "script": {"name": "histograms.py", "version": SCRIPT_VERSION},
        **run["about"], "events": len(w), "leftOut": left_out,
        "source": {"file": run["file"], "sha256": digest}, "crossSection": sigma, "observables": rows,
    }


def write(name, content):
    head = json.dumps({k: v for k, v in content.items() if k != "observables"}, indent=1)
    rows = ",\n".join("  " + json.dumps(row, separators=(",", ":")) for row in content["observables"])
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".json")
    with open(target, "w", encoding="utf-8") as file:
        file.write(head[:-2] + ',\n "observables": [\n' + rows + "\n ]\n}\n")
    print(name, content["events"], "events,", os.path.getsize(target), "bytes")


def main():
    folder, samples = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    for name, run in RUNS.items():
        write(name, document(os.path.join(folder, run["file"]), run))
        if samples and run["sample"]:
            write(run["sample"], document(os.path.join(samples, run["file"]), run))


if __name__ == "__main__":
    main()
