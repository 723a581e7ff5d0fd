// M_2CC of the subsystem (ab) of the events of a file with YAM2 (C. B. Park, arXiv:2007.15537), NaN where it finds none:
//
//     g++ -O3 -march=native -std=c++20 -I<YAM2>/src yam2.cpp <YAM2>/src/*.cc -lnlopt
//     ./a.out EVENTS VALUES m2cc ab TRIAL_MASS TOLERANCE
#include "antler_events.h"
#include "yam2.h"
#include <limits>

static yam2::FourMomentum momentum(const AntlerEvents &events, std::size_t particle, std::size_t i) {
  return {events.momentum(particle, 0, i), events.momentum(particle, 1, i), events.momentum(particle, 2, i),
          events.momentum(particle, 3, i)};
}

int main(int, char **arguments) {
  const AntlerEvents events(arguments[1]);
  const yam2::Mass m{std::stod(arguments[5])};
  const double tolerance = std::stod(arguments[6]);
  answer_lines(arguments[2], events.size, [&](std::size_t i) {
    const auto input = yam2::mkInput({momentum(events, 0, i), momentum(events, 2, i)},
                                     {momentum(events, 1, i), momentum(events, 3, i)},
                                     {events.ptmiss_x(i), events.ptmiss_y(i)}, m);
    const auto found = yam2::m2CC(input, tolerance);
    return found ? found->m2() : std::numeric_limits<double>::quiet_NaN();
  });
}
