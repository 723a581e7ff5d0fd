"""Spin correlation of top pairs at leading order, from explicit Dirac matrices and colour sums.

    python3 top-spin-correlation.py > top-spin-correlation.json

Every number comes from the whole amplitude g g, q q̄ → t t̄ → (b ℓ⁺ν)(b̄ ℓ⁻ν̄) with V−A currents for
t → b W, W → ℓ ν on both sides and (p̸ + m) for the tops: no spin vector, no sign convention and no
analysing power goes in. |M|² is divided by (p_t·p_ℓ)(p_b·p_ν) of both decays; what is left depends
on the two directions of the leptons alone, in the rest frames of their tops,

    A (1 − ℓ̂⁺ᵀ C ℓ̂⁻)

with axes n̂, r̂, k̂: k̂ the direction of t in the frame of the pair, p̂ that of the first parton,
r̂ = (p̂ − cosΘ k̂)/sinΘ, n̂ = r̂ × k̂. A is |M|² of production averaged over colours and spins, in
units of g_s⁴, compared with R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics,
table 10.2, before it is written.
"""

import json
import sys

import numpy as np

I2 = np.eye(2, dtype=complex)
PAULI = [
    np.array([[0, 1], [1, 0]], dtype=complex),
    np.array([[0, -1j], [1j, 0]]),
    np.array([[1, 0], [0, -1]], dtype=complex),
]
# Chiral representation, metric (+, −, −, −).
GAMMA = [np.kron(PAULI[0], I2)] + [np.kron(1j * PAULI[1], s) for s in PAULI]
METRIC = [1, -1, -1, -1]
GAMMA5 = 1j * GAMMA[0] @ GAMMA[1] @ GAMMA[2] @ GAMMA[3]
LEFT = (np.eye(4) - GAMMA5) / 2
MT, MB, MW = 1.0, 0.03, 0.46

rng = np.random.default_rng(20151204)


def slash(p):
    return sum(METRIC[mu] * p[mu] * GAMMA[mu] for mu in range(4))


def dot(p, q):
    return p[0] * q[0] - p[1:] @ q[1:]


def spinors(p, mass, antiparticle=False):
    """Two spinors with Σ u ū = p̸ + m (for antiparticles Σ v v̄ = p̸ − m), as columns."""
    sign = -1 if antiparticle else 1
    found = []
    for k in (0, 1):
        xi = np.zeros(2, dtype=complex)
        xi[k] = 1
        rest = np.concatenate([xi, sign * xi])
        if mass > 0:
            found.append((slash(p) + sign * mass * np.eye(4)) @ rest / np.sqrt(2 * (p[0] + mass)) * sign)
        else:
            # √(p·σ) of a massless momentum, by its eigenvectors.
            n = p[1:] / np.linalg.norm(p[1:])
            vector = np.linalg.eigh(sum(n[i] * PAULI[i] for i in range(3)))[1][:, k]
            zero = np.zeros(2)
            chirality = [vector, zero] if k == 0 else [zero, vector]
            found.append(np.sqrt(2 * p[0]) * np.concatenate(chirality))
    return found


def bar(u):
    return u.conj() @ GAMMA[0]


def boosted(p, mass, momentum):
    """p of the rest frame of a particle of that mass, in the frame where it has `momentum`."""
    energy = np.sqrt(mass**2 + momentum @ momentum)
    along = momentum @ p[1:]
    space = p[1:] + momentum * (p[0] + along / (energy + mass)) / mass
    return np.concatenate([[(energy * p[0] + along) / mass], space])


def decay(lepton_direction, top):
    """b, ℓ, ν of a top of that momentum; ℓ flies in the given direction in the frame of the top."""
    cos_theta, phi = rng.uniform(-0.9, 0.9), rng.uniform(0, 2 * np.pi)
    energy = (MT**2 + MW**2 - MB**2) / (2 * MT)
    p = np.sqrt(energy**2 - MW**2)
    lepton_energy = (energy + p * cos_theta) / 2
    # Angle between ℓ and W in the frame of the top.
    cos_w = (p + energy * cos_theta) / (energy + p * cos_theta)
    other = np.cross(lepton_direction, rng.normal(size=3))
    x = other / np.linalg.norm(other)
    y = np.cross(lepton_direction, x)
    sin_w = np.sqrt(1 - cos_w**2)
    w = p * (cos_w * lepton_direction + sin_w * (np.cos(phi) * x + np.sin(phi) * y))
    lepton = lepton_energy * np.concatenate([[1], lepton_direction])
    rest = [np.concatenate([[MT - energy], -w]), lepton, np.concatenate([[energy], w]) - lepton]
    return [boosted(q, MT, top[1:]) for q in rest]


def current(left, right):
    """left γ^μ P_L right for μ = 0 … 3."""
    return [left @ GAMMA[mu] @ LEFT @ right for mu in range(4)]


def top_rows(b, lepton, neutrino, top):
    """Rows ū_b γ^μ P_L (ū_ν γ_μ P_L v_ℓ) (p̸_t + m), one per spin of b; other leptons give none."""
    v = next(s for s in spinors(lepton, 0, True) if np.abs(LEFT @ s).max() > 0)
    u = next(s for s in spinors(neutrino, 0) if np.abs(LEFT @ s).max() > 0)
    weak = current(bar(u), v)
    vertex = sum(METRIC[mu] * weak[mu] * GAMMA[mu] @ LEFT for mu in range(4))
    return [bar(s) @ vertex @ (slash(top) + MT * np.eye(4)) for s in spinors(b, MB)]


def antitop_columns(b, lepton, neutrino, antitop):
    v = next(s for s in spinors(neutrino, 0, True) if np.abs(LEFT @ s).max() > 0)
    u = next(s for s in spinors(lepton, 0) if np.abs(LEFT @ s).max() > 0)
    weak = current(bar(u), v)
    vertex = sum(METRIC[mu] * weak[mu] * GAMMA[mu] @ LEFT for mu in range(4))
    return [(slash(antitop) - MT * np.eye(4)) @ vertex @ s for s in spinors(b, MB, True)]


def gluon_matrices(k1, k2, top, antitop):
    """Pairs of Dirac matrices that stand with the colours T^a T^b and T^b T^a, one per polarisation."""
    s = dot(k1 + k2, k1 + k2)
    one = np.eye(4)
    polarisations = [np.array([0, 1, 0, 0]), np.array([0, 0, 1, 0])]
    for e1 in polarisations:
        for e2 in polarisations:
            t = slash(e1) @ (slash(top - k1) + MT * one) @ slash(e2) / (dot(top - k1, top - k1) - MT**2)
            u = slash(e2) @ (slash(top - k2) + MT * one) @ slash(e1) / (dot(top - k2, top - k2) - MT**2)
            # Polarisations are transverse to both momenta: one term of the three-gluon vertex is left. Its
            # sign is the one that gauge invariance needs; the other one fails the check with table 10.2.
            three = dot(e1, e2) * slash(k2 - k1) / s
            yield t - three, u + three


def gluon_fusion(k1, k2, top, antitop, rows, columns):
    """Σ|M|², averaged over 2² spins and 8² colours."""
    total = 0
    for first, second in gluon_matrices(k1, k2, top, antitop):
        for row in rows:
            for column in columns:
                a, b = row @ first @ column, row @ second @ column
                # Tr(T^a T^b T^b T^a) = 16/3, Tr(T^a T^b T^a T^b) = −2/3.
                total += 16 / 3 * (abs(a) ** 2 + abs(b) ** 2) - 4 / 3 * (a * b.conjugate()).real
    return total / 4 / 64


def quark_annihilation(k1, k2, top, antitop, rows, columns):
    """Σ|M|², averaged over 2² spins and 3² colours; Tr(T^a T^b) Tr(T^a T^b) = 2."""
    s = dot(k1 + k2, k1 + k2)
    total = 0
    for u in spinors(k1, 0):
        for v in spinors(k2, 0, True):
            incoming = [bar(v) @ GAMMA[mu] @ u for mu in range(4)]
            matrix = sum(METRIC[mu] * incoming[mu] * GAMMA[mu] for mu in range(4)) / s
            total += sum(2 * abs(row @ matrix @ column) ** 2 for row in rows for column in columns)
    return total / 4 / 9


PROCESSES = {'gg': gluon_fusion, 'qq': quark_annihilation}


def table10_2(process, beta, cos_theta):
    tau1, tau2, rho = (1 - beta * cos_theta) / 2, (1 + beta * cos_theta) / 2, 1 - beta**2
    if process == 'qq':
        return 4 / 9 * (tau1**2 + tau2**2 + rho / 2)
    shape = tau1**2 + tau2**2 + rho - rho**2 / (4 * tau1 * tau2)
    return (1 / (6 * tau1 * tau2) - 3 / 8) * shape


def coefficients(process, beta, cos_theta):
    sin_theta = np.sqrt(1 - cos_theta**2)
    energy = MT / np.sqrt(1 - beta**2)
    k = np.array([sin_theta * np.cos(0.7), sin_theta * np.sin(0.7), cos_theta])
    r = (np.array([0, 0, 1]) - cos_theta * k) / sin_theta
    axes = [np.cross(r, k), r, k]
    k1, k2 = energy * np.array([1, 0, 0, 1.0]), energy * np.array([1, 0, 0, -1.0])
    top = np.concatenate([[energy], energy * beta * k])
    antitop = np.concatenate([[energy], -energy * beta * k])

    def weight(plus, minus):
        b1, l1, n1 = decay(plus, top)
        b2, l2, n2 = decay(minus, antitop)
        squared = PROCESSES[process](
            k1, k2, top, antitop, top_rows(b1, l1, n1, top), antitop_columns(b2, l2, n2, antitop)
        )
        return squared / (dot(top, l1) * dot(b1, n1) * dot(antitop, l2) * dot(b2, n2))

    a = 0
    c = np.zeros((3, 3))
    for i, plus in enumerate(axes):
        for j, minus in enumerate(axes):
            w = {(x, y): weight(x * plus, y * minus) for x in (1, -1) for y in (1, -1)}
            a += sum(w.values()) / 36
            c[i, j] = -sum(x * y * value for (x, y), value in w.items()) / 4
    # |M|² of production: stable tops, summed over their spins.
    production = PROCESSES[process](
        k1, k2, top, antitop, [bar(s) for s in spinors(top, MT)], spinors(antitop, MT, True)
    )
    expected = table10_2(process, beta, cos_theta)
    assert abs(production / expected - 1) < 1e-10, (process, beta, cos_theta, production, expected)
    c /= a
    assert np.abs(c - c.T).max() < 1e-9 and abs(c[0, 1]) < 1e-9 and abs(c[0, 2]) < 1e-9
    return {
        'process': process, 'beta': beta, 'cosTheta': cos_theta, 'squaredAmplitude': production,
        'nn': c[0, 0], 'rr': c[1, 1], 'kk': c[2, 2], 'rk': c[1, 2],
    }


POINTS = [
    (0.02, 0.3), (0.2, -0.6), (0.4, 0.1), (0.5, 0.9), (0.6, -0.3), (0.7, 0.5),
    (0.75, -0.95), (0.8, 0.0), (0.85, 0.7), (0.9, -0.5), (0.95, 0.8), (0.99, 0.2),
]

rows = [coefficients(process, *point) for process in PROCESSES for point in POINTS]
rounded = [{k: v if isinstance(v, str) else round(float(v), 12) for k, v in row.items()} for row in rows]
json.dump(
    {
        'about': 'Spin correlation of leading-order top pairs, by top-spin-correlation.py',
        'numpy': np.__version__,
        'points': rounded,
    },
    sys.stdout,
    indent=2,
)
sys.stdout.write('\n')
