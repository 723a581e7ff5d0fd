"""Takes training steps with PyTorch: `python3 pytorch_peer.py <batch> <threads>`.

The same model, numbers and protocol as tfjs-peer.mjs; the batch is in a tensor before the clock starts.
"""

import json
import sys
import time

import numpy as np
import torch

INPUTS, LAYERS, WIDTH, OUTPUTS, M_C = 16, 6, 256, 4, 0.7
FLOOR = 1e-6
batch, threads = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(threads)


def numbers(n, seed):
    return np.sin(12.9898 * np.arange(1, n + 1) + 78.233 * seed).astype(np.float32)


def events(n):
    p = numbers(12 * n, 1).reshape(n, 4, 3)
    e = np.sqrt((p.astype(np.float64) ** 2).sum(-1, keepdims=True)).astype(np.float32)
    return np.concatenate([e, p], -1), -p[:, :, :2].sum(1)


def parameters():
    sizes = [INPUTS] + [WIDTH] * LAYERS + [OUTPUTS]
    result, seed = [], 10
    for n_in, n_out in zip(sizes, sizes[1:]):
        for shape, bound in (((n_in, n_out), n_in**-0.5), ((n_out,), 256**-0.5)):
            values = numbers(int(np.prod(shape)), seed).reshape(shape) * np.float32(bound)
            result.append(torch.nn.Parameter(torch.from_numpy(values.astype(np.float32))))
            seed += 1
    return result


def mass(p):
    s = p[:, 0] ** 2 - (p[:, 1] ** 2 + p[:, 2] ** 2) - p[:, 3] ** 2
    return torch.sqrt(torch.clamp(s, min=FLOOR)) + torch.clamp(s - FLOOR, max=0) * (0.5 / FLOOR**0.5)


def on_shell(x, y, z):
    return torch.stack([torch.sqrt(x**2 + y**2 + z**2 + M_C**2), x, y, z], 1)


momenta, ptmiss = (torch.from_numpy(a) for a in events(batch))
network = parameters()
delta_a, delta_b = (torch.nn.Parameter(torch.tensor(0.3)) for _ in range(2))
adam = torch.optim.Adam([*network, delta_a, delta_b], lr=1e-3)


def loss():
    h = momenta.reshape(batch, INPUTS)
    for i in range(LAYERS):
        h = torch.nn.functional.gelu(torch.addmm(network[2 * i + 1], h, network[2 * i]), approximate="tanh")
    x1, y2, z1, z2 = torch.addmm(network[-1], h, network[-2]).unbind(1)
    q1 = on_shell(x1, ptmiss[:, 1] - y2, z1)
    q2 = on_shell(ptmiss[:, 0] - x1, y2, z2)
    a1, a2, b1, b2 = momenta.unbind(1)
    m_b1, m_b2, m_a1, m_a2 = mass(b1 + q1), mass(b2 + q2), mass(a1 + b1 + q1), mass(a2 + b2 + q2)
    aux_b = torch.nn.functional.elu(delta_b) + M_C + 1
    aux_a = aux_b + torch.nn.functional.elu(delta_a) + 1
    total = sum(
        abs(m1 - m2) + abs(m1 - aux) + abs(m2 - aux)
        for m1, m2, aux in ((m_a1, m_a2, aux_a), (m_b1, m_b2, aux_b))
    )
    return total.mean()


def step():
    adam.zero_grad()
    value = loss()
    value.backward()
    adam.step()
    return value.item()


for line in sys.stdin:
    begun = time.perf_counter()
    last = float("nan")
    for _ in range(int(line)):
        last = step()
    print(json.dumps({"seconds": time.perf_counter() - begun, "loss": last}), flush=True)
