/** Molar gas constant, J/(mol K) (CODATA 2018). */
export const gasConstant = 8.314462618;
/** Standard atmosphere, Pa. */
export const atmospherePa = 101_325;
/** Standard acceleration of gravity, m/s² (CGPM 1901). */
export const gravity = 9.80665;
