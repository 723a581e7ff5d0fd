"""Reads a Les Houches Event file with Python's standard library and prints events, times and peak memory.

    python3 python_peer.py FILE

The same columns of every particle as @deelema/events reads: id, status, first mother, px, py, pz, E and mass, and the
weight of every event; nothing is checked, and no roles are looked for.
"""

import gzip
import json
import resource
import sys
import time


def read(path):
    events = 0
    weights = 0.0
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("<event"):
                continue
            head = next(lines).split()
            weights += float(head[2])
            particles = []
            for _ in range(int(head[0])):
                fields = next(lines).split()
                integers = (int(fields[0]), int(fields[1]), int(fields[2]))
                particles.append(integers + tuple(map(float, fields[6:11])))
            events += 1
    return events, weights


start, cpu = time.perf_counter(), time.process_time()
count, total = read(sys.argv[1])
found = {
    "events": count,
    "weights": total,
    "wall": time.perf_counter() - start,
    "cpu": time.process_time() - cpu,
    "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
}
print(json.dumps(found))
