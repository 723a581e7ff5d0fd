// What the C++ peers share: the events of a file of doubles, column after column, and how a pass over them is timed.
#ifndef ANTLER_EVENTS_H
#define ANTLER_EVENTS_H
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

struct Visible {
  double mass, e, px, py, pz;
};

class AntlerEvents {
  std::vector<double> data_;

public:
  std::size_t size;

  explicit AntlerEvents(const char *path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    data_.resize(static_cast<std::size_t>(file.tellg()) / sizeof(double));
    file.seekg(0);
    file.read(reinterpret_cast<char *>(data_.data()), static_cast<std::streamsize>(data_.size() * sizeof(double)));
    size = data_.size() / 18;
  }

  // Component 0 to 3 (E, px, py, pz) of particle 0 to 3 (a1, b1, a2, b2).
  double momentum(std::size_t particle, std::size_t component, std::size_t i) const {
    return data_[(4 * particle + component) * size + i];
  }
  double ptmiss_x(std::size_t i) const { return data_[16 * size + i]; }
  double ptmiss_y(std::size_t i) const { return data_[17 * size + i]; }

  // b of a branch, or a + b; what is only rounding of a massless vector is no mass.
  Visible visible(std::size_t branch, bool pair, std::size_t i) const {
    double p[4];
    for (std::size_t k = 0; k < 4; ++k) {
      p[k] = momentum(2 * branch + 1, k, i) + (pair ? momentum(2 * branch, k, i) : 0);
    }
    const double s = p[0] * p[0] - (p[1] * p[1] + p[2] * p[2] + p[3] * p[3]);
    return {s < 3.6e-15 * p[0] * p[0] ? 0 : std::sqrt(s), p[0], p[1], p[2], p[3]};
  }
};

// Answers each line, a number of passes over the events, with the CPU seconds of one of them as a line of JSON. The values
// of the last pass are in the file.
template <typename Function> void answer_lines(const char *path, std::size_t size, Function value) {
  std::vector<double> values(size);
  for (std::string line; std::getline(std::cin, line);) {
    const int passes = std::stoi(line);
    const std::clock_t begin = std::clock();
    for (int pass = 0; pass < passes; ++pass) {
      for (std::size_t i = 0; i < size; ++i) values[i] = value(i);
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(values.data()), static_cast<std::streamsize>(size * sizeof(double)));
    std::printf("{\"seconds\": %.9f}\n", seconds / passes);
    std::fflush(stdout);
  }
}
#endif
