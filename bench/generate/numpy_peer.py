"""The toy antler in numpy, vectorised, in float64: the peer of run.mjs. No file is written.

    python3 numpy_peer.py <events per batch>

Waits for lines on stdin, each a number of events, and answers each with one line of JSON:
{"seconds": ..., "checksum": ..., "resident": MB}.

The same physics by the same steps: pairs by accept-reject below an envelope, from GRV94-like power laws
x f ∝ x^-a (1 - x)^b with the leading-order g g → g̃ g̃ amplitude; isotropic decays A → a B, B → b C on
both sides; boosts to the pair and to the laboratory; energies from momentum and mass; pTmiss. The
parton density is one power instead of an interpolated table, so the peer has less to do.
"""

import json
import resource
import sys
import time

import numpy as np

MA, MB, MC, BEAMS = 1000.0, 800.0, 700.0, 13000.0
A, B = 1.5, 5.0


def amplitude(beta, cos_theta):
    tau1, tau2 = 0.5 * (1 - beta * cos_theta), 0.5 * (1 + beta * cos_theta)
    rho, product = 1 - beta * beta, tau1 * tau2
    return 1.125 * (1 / product - 1) * (tau1**2 + tau2**2 + rho - rho**2 / (4 * product))


def weight(q, v, c):
    """Over the unit cube, as production does it: ln(ŝ/4m²) = T q², |y| = v ln(1/τ)/2, |cosθ| = c."""
    span = np.log(BEAMS**2 / (4 * MA * MA))
    fraction = np.exp(-span * q * q)
    s_hat = 4 * MA * MA / fraction
    half = 0.5 * np.log(s_hat / BEAMS**2)
    beta = np.sqrt(1 - fraction)
    y = -v * half
    x1, x2 = np.exp(half + y), np.exp(half - y)
    flux = (x1 * x2) ** -A * ((1 - x1) * (1 - x2)) ** B
    return -q * half * flux * amplitude(beta, c) * beta / s_hat, np.sqrt(s_hat), y


class Pairs:
    def __init__(self, rng):
        self.rng = rng
        self.shape = (40, 20, 10)
        edges = [np.linspace(0, 1, 4 * n + 1) for n in self.shape]
        grid = weight(*np.meshgrid(*edges, indexing='ij', sparse=True))[0]
        heights = np.zeros(self.shape)
        for i in range(5):
            for j in range(5):
                for k in range(5):
                    part = grid[i : i + grid.shape[0] - 4 : 4, j : j + grid.shape[1] - 4 : 4, k : k + grid.shape[2] - 4 : 4]
                    heights = np.maximum(heights, part)
        self.heights = 1.02 * heights.ravel()
        self.cumulative = np.cumsum(self.heights) / self.heights.sum()

    def draw(self, n):
        rng, found, kept = self.rng, [], 0
        while kept < n:
            size = int(1.3 * (n - kept)) + 16
            cell = np.searchsorted(self.cumulative, rng.random(size))
            index = np.unravel_index(np.minimum(cell, len(self.heights) - 1), self.shape)
            q, v, c = [(i + rng.random(size)) / m for i, m in zip(index, self.shape)]
            w, mass, y = weight(q, v, c)
            accepted = rng.random(size) * self.heights[cell] < w
            found.append(np.stack([mass, y, c])[:, accepted])
            kept += found[-1].shape[1]
        mass, y, c = np.concatenate(found, axis=1)[:, :n]
        return mass, np.where(rng.random(n) < 0.5, -y, y), np.where(rng.random(n) < 0.5, -c, c)


def isotropic(rng, n):
    z, phi = 2 * rng.random(n) - 1, 2 * np.pi * rng.random(n)
    s = np.sqrt(1 - z * z)
    return np.stack([s * np.cos(phi), s * np.sin(phi), z])


def branch(rng, n):
    p, e_b = (MA**2 - MB**2) / (2 * MA), (MA**2 + MB**2) / (2 * MA)
    q = (MB**2 - MC**2) / (2 * MB)
    along, own = isotropic(rng, n), isotropic(rng, n)
    projection = q * (along * own).sum(axis=0)
    b = q * own + along * (p * (q + projection * p / (e_b + MB)) / MB)
    return [(np.full(n, p), -p * along), ((e_b * q + p * projection) / MB, b)]


def generate(rng, pairs, n):
    mass, y, cos_theta = pairs.draw(n)
    momentum = np.sqrt(0.25 * mass * mass - MA * MA)
    sin_theta = np.sqrt(1 - cos_theta**2)
    phi = 2 * np.pi * rng.random(n)
    cos_phi, sin_phi = np.cos(phi), np.sin(phi)
    growth = np.exp(y)
    columns, missing = [], np.zeros((2, n))
    for side in (1, -1):
        gamma, gamma_beta = 0.5 * mass / MA, side * momentum / MA
        boosted = []
        for e, (px, py, pz) in branch(rng, n):
            boosted.append((gamma * e + gamma_beta * pz, px, py, gamma * pz + gamma_beta * e))
        (e1, x1, y1, z1), (e2, x2, y2, z2) = boosted
        boosted.append((0.5 * mass - e1 - e2, -x1 - x2, -y1 - y2, side * momentum - z1 - z2))
        for m, (e, nn, r, k) in zip((0, 0, MC), boosted):
            outward = k * sin_theta - r * cos_theta
            px, py = outward * cos_phi - nn * sin_phi, outward * sin_phi + nn * cos_phi
            pz = k * cos_theta + r * sin_theta
            pz = 0.5 * (growth * (pz + e) + (pz - e) / growth)
            columns += [np.sqrt(m * m + px * px + py * py + pz * pz), px, py, pz]
        missing += columns[-3:-1]
    return columns + list(missing) + [np.ones(n), np.arange(n, dtype=np.uint32)]


batch = int(sys.argv[1])
rng = np.random.default_rng(1)
pairs = Pairs(rng)
for line in sys.stdin:
    events = int(line)
    started = time.perf_counter()
    checksum = 0.0
    for first in range(0, events, batch):
        checksum += float(generate(rng, pairs, min(batch, events - first))[0].sum())
    seconds = time.perf_counter() - started
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({'seconds': seconds, 'checksum': checksum, 'resident': resident}), flush=True)
