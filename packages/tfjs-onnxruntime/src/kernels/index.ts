import './arithmetic.ts';
import './comparison.ts';
import './elementwise.ts';
import './matrix.ts';
import './reduction.ts';
import './shape.ts';
import './creation.ts';
