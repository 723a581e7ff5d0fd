// M_T2 of the events of a file with the C++ code of C. G. Lester and B. Nachman (arXiv:1411.4312):
//
//     g++ -O3 -march=native -std=c++17 -include lester_mt2_bisect_v7.h lester_nachman.cpp
//     ./a.out EVENTS VALUES mt2 b|ab TRIAL_MASS PRECISION      (GeV; 0 is the precision of the machine)
#include "antler_events.h"

int main(int, char **arguments) {
  const AntlerEvents events(arguments[1]);
  const bool pairs = std::string(arguments[4]) == "ab";
  const double m = std::stod(arguments[5]);
  const double precision = std::stod(arguments[6]);
  answer_lines(arguments[2], events.size, [&](std::size_t i) {
    const Visible v1 = events.visible(0, pairs, i);
    const Visible v2 = events.visible(1, pairs, i);
    return asymm_mt2_lester_bisect::get_mT2(v1.mass, v1.px, v1.py, v2.mass, v2.px, v2.py, events.ptmiss_x(i),
                                            events.ptmiss_y(i), m, m, precision);
  });
}
