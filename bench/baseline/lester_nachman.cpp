// M_T2 of the events of a file with the C++ code of C. G. Lester and B. Nachman (arXiv:1411.4312), timed:
//
//     g++ -O3 -std=c++17 -I<folder of the header> -DHEADER='"lester_mt2_bisect_v7.h"' lester_nachman.cpp
//     ./a.out <events> <values> <b|ab> <trial mass> <precision, GeV; 0: that of the machine>
//
// Waits for lines on stdin and answers each with the CPU seconds of one pass over the events, as one line of JSON. The
// values of the last pass are in the file <values>.
#define ENABLE_INLINING
#define DISABLE_COPYRIGHT_PRINTING
#include HEADER
#include "antler_events.h"

static double mt2_of(const Visible &v1, const Visible &v2, double px, double py, double m, double precision) {
  return asymm_mt2_lester_bisect::get_mT2(v1.mass, v1.px, v1.py, v2.mass, v2.px, v2.py, px, py, m, m, precision);
}

int main(int, char **arguments) {
  const AntlerEvents events(arguments[1]);
  const bool pairs = std::string(arguments[3]) == "ab";
  const double m = std::stod(arguments[4]);
  const double precision = std::stod(arguments[5]);
  answer_lines(arguments[2], events.size, [&](std::size_t i) {
    return mt2_of(events.visible(0, pairs, i), events.visible(1, pairs, i), events.ptmiss_x(i), events.ptmiss_y(i), m,
                  precision);
  });
}
