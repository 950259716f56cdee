/*
 * The solver's kernels in C, for the bench `kernels`: the same algorithms as ../../kernels/assembly, over an image of the
 * same memory, for the compiler to vectorise as it can. Reads the image and a list of calls
 *   <name> <repetitions> <address of floats> <how many> <arguments…>
 * and prints "<name> <least ns> <median ns> <sum of those floats' magnitudes after one call>" for each; every line begins
 * with the image as it was read.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef float f32;
typedef uint32_t at_t;

static char *memory;
static size_t bytes;
static f32 line[4096];

static int32_t word(at_t at) { return *(int32_t *)(memory + at); }
static f32 *floats(at_t at) { return (f32 *)(memory + at); }
static f32 number(at_t at) { return *(f32 *)(memory + at); }

typedef struct {
  int nx, ny, nz, span, row, plane, origin;
  at_t entries, west, south, floor;
  f32 cx, cy, cz;
} level_t;

static level_t level_at(at_t at) {
  level_t l = {word(at), word(at + 4), word(at + 8), word(at + 12) / 4, word(at + 16) / 4, word(at + 20) / 4,
               word(at + 24) / 4, word(at + 32), word(at + 48), word(at + 52), word(at + 56),
               number(at + 36), number(at + 40), number(at + 44)};
  return l;
}
static int start_of(const level_t *l, int j, int k) { return l->origin + k * l->plane + j * l->row; }
static const f32 *diagonal(const level_t *l, int n) { return floats(word(l->entries + 8 * n)); }
static const f32 *weight(const level_t *l, int n) { return floats(word(l->entries + 8 * n + 4)); }

static void restrict_residual(const double *a) {
  level_t coarse = level_at(a[0]), fine = level_at(a[2]);
  int fx = a[4], fy = a[5], fz = a[6];
  for (int k = 0; k < coarse.nz; k++)
    for (int j = 0; j < coarse.ny; j++) {
      f32 *to = floats(a[1]) + start_of(&coarse, j, k);
      const f32 *from = floats(a[3]) + start_of(&fine, j * fy, k * fz);
      int rows = fy == 2 && j * 2 + 1 < fine.ny ? 2 : 1, planes = fz == 2 && k * 2 + 1 < fine.nz ? 2 : 1;
      memset(line, 0, sizeof(f32) * 2 * coarse.span);
      for (int c = 0; c < planes; c++)
        for (int r = 0; r < rows; r++) {
          const f32 *source = from + c * fine.plane + r * fine.row;
          for (int i = 0; i < coarse.span * fx; i++) line[i] += source[i];
        }
      if (fx == 2)
        for (int i = 0; i < coarse.span; i++) to[i] = line[2 * i] + line[2 * i + 1];
      else
        memcpy(to, line, coarse.span * sizeof(f32));
    }
}

static void prolong_row(const level_t *fine, f32 *target, const level_t *coarse, const f32 *c, int fx, int fy, int fz,
                        int j, int k) {
  f32 sy = fy == 2 ? 0.25f : 0, sz = fz == 2 ? 0.25f : 0;
  int j0 = fy == 2 ? j >> 1 : j, k0 = fz == 2 ? k >> 1 : k;
  int j1 = fy == 2 ? j0 + (j & 1 ? 1 : -1) : j0, k1 = fz == 2 ? k0 + (k & 1 ? 1 : -1) : k0;
  if (k1 < 0) k1 = 0;
  const f32 *p00 = c + start_of(coarse, j0, k0), *p10 = c + start_of(coarse, j1, k0);
  const f32 *p01 = c + start_of(coarse, j0, k1), *p11 = c + start_of(coarse, j1, k1);
  f32 w00 = (1 - sy) * (1 - sz), w10 = sy * (1 - sz), w01 = (1 - sy) * sz, w11 = sy * sz;
  f32 *blend = line + 8;
  int half = fx == 2 ? (fine->span + 1) / 2 : fine->span;
  for (int i = -1; i <= half; i++) blend[i] = w00 * p00[i] + w10 * p10[i] + w01 * p01[i] + w11 * p11[i];
  f32 *x = target + start_of(fine, j, k);
  const f32 *w = weight(fine, k * fine->ny + j);
  if (fx == 2)
    for (int i = 0; i < half; i++) {
      f32 left = 0.75f * blend[i] + 0.25f * blend[i - 1], right = 0.75f * blend[i] + 0.25f * blend[i + 1];
      x[2 * i] = w[2 * i] != 0 ? left : 0;
      x[2 * i + 1] = w[2 * i + 1] != 0 ? right : 0;
    }
  else
    for (int i = 0; i < half; i++) x[i] = w[i] != 0 ? blend[i] : 0;
}

static void relax_even_row(const level_t *l, f32 *target, const f32 *rest, int j, int k) {
  int start = start_of(l, j, k), row = l->row, plane = l->plane, span = l->span;
  f32 cx = l->cx, cy = l->cy, cz = l->cz, *x = target + start;
  const f32 *b = rest + start, *d = diagonal(l, k * l->ny + j), *w = weight(l, k * l->ny + j);
  for (int i = 0; i < span; i++) {
    f32 sum = cx * (x[i - 1] + x[i + 1]) + cy * (x[i - row] + x[i + row]) + cz * (x[i - plane] + x[i + plane]) + b[i];
    line[i] = x[i] + w[i] * (sum - d[i] * x[i]);
  }
  memcpy(x, line, span * sizeof(f32));
}

static void relax_uneven_row(const level_t *l, f32 *target, const f32 *rest, int j, int k) {
  int start = start_of(l, j, k), row = l->row, plane = l->plane, span = l->span;
  f32 *x = target + start;
  const f32 *b = rest + start, *d = diagonal(l, k * l->ny + j), *w = weight(l, k * l->ny + j);
  const f32 *west = floats(l->west) + start, *south = floats(l->south) + start, *low = floats(l->floor) + start;
  for (int i = 0; i < span; i++) {
    f32 sum = west[i] * x[i - 1] + west[i + 1] * x[i + 1] + south[i] * x[i - row] + south[i + row] * x[i + row] +
              low[i] * x[i - plane] + low[i + plane] * x[i + plane] + b[i];
    line[i] = x[i] + w[i] * (sum - d[i] * x[i]);
  }
  memcpy(x, line, span * sizeof(f32));
}

/* Both phases, in slabs as the kernel does it. */
static void smooth(const double *a, void (*relax)(const level_t *, f32 *, const f32 *, int, int)) {
  int slabs = a[0], stages = a[1], fx = a[7], fy = a[8], fz = a[9];
  level_t l = level_at(a[2]), coarse = level_at(a[5]);
  f32 *x = floats(a[3]);
  const f32 *b = floats(a[4]), *from = floats(a[6]);
  for (int phase = 0; phase < 2; phase++)
    for (int part = 0; part < slabs - phase; part++) {
      int low = part * l.ny / slabs, high = (part + 1) * l.ny / slabs;
      for (int wave = -1; wave < l.nz + stages - 1; wave++) {
        if (phase == 0 && wave + 1 < l.nz)
          for (int j = low; j < high; j++) prolong_row(&l, x, &coarse, from, fx, fy, fz, j, wave + 1);
        for (int stage = 1; stage <= stages; stage++) {
          int k = wave - stage + 1;
          if (k < 0 || k >= l.nz) continue;
          int first = phase ? high - stage : part > 0 ? low + stage : 0;
          int end = phase ? high + stage : part < slabs - 1 ? high - stage : l.ny;
          for (int j = first + ((first + k + stage + 1) & 1); j < end; j += 2) relax(&l, x, b, j, k);
        }
      }
    }
}

static void smooth_even(const double *a) { smooth(a, relax_even_row); }
static void smooth_uneven(const double *a) { smooth(a, relax_uneven_row); }

static void products(const double *a) {
  level_t l = level_at(a[0]);
  double zr = 0, zq = 0, za = 0;
  for (int k = 0; k < l.nz; k++)
    for (int j = 0; j < l.ny; j++) {
      int start = start_of(&l, j, k), row = l.row, plane = l.plane;
      const f32 *z = floats(a[1]) + start, *r = floats(a[2]) + start, *q = floats(a[3]) + start;
      const f32 *d = diagonal(&l, k * l.ny + j), *w = weight(&l, k * l.ny + j);
      f32 row_r = 0, row_q = 0, row_a = 0;
      for (int i = 0; i < l.span; i++) {
        f32 sum = l.cx * (z[i - 1] + z[i + 1]) + l.cy * (z[i - row] + z[i + row]) + l.cz * (z[i - plane] + z[i + plane]);
        f32 value = w[i] != 0 ? d[i] * z[i] - sum : 0;
        row_r += z[i] * r[i];
        row_q += z[i] * q[i];
        row_a += z[i] * value;
      }
      zr += row_r, zq += row_q, za += row_a;
    }
  double *sums = (double *)(memory + (at_t)a[4]);
  sums[0] = zr, sums[1] = zq, sums[2] = za;
}

static void step(const double *a) {
  level_t l = level_at(a[0]);
  f32 alpha = a[6], beta = a[7], cx = l.cx, cy = l.cy, cz = l.cz;
  double total = 0;
  for (int k = 0; k < l.nz; k++)
    for (int j = 0; j < l.ny; j++) {
      int start = start_of(&l, j, k), row = l.row, plane = l.plane, span = l.span;
      const f32 *restrict z = floats(a[1]) + start;
      f32 *restrict p = floats(a[2]) + start, *restrict q = floats(a[3]) + start;
      f32 *restrict x = floats(a[4]) + start, *restrict r = floats(a[5]) + start;
      const f32 *restrict d = diagonal(&l, k * l.ny + j), *restrict w = weight(&l, k * l.ny + j);
      f32 sum = 0;
      for (int i = 0; i < span; i++) {
        f32 all = cx * (z[i - 1] + z[i + 1]) + cy * (z[i - row] + z[i + row]) + cz * (z[i - plane] + z[i + plane]);
        f32 direction = z[i] + beta * p[i], image = (w[i] != 0 ? d[i] * z[i] - all : 0) + beta * q[i];
        p[i] = direction;
        q[i] = image;
        x[i] += alpha * direction;
        f32 rest = r[i] - alpha * image;
        r[i] = rest;
        sum += rest * rest;
      }
      total += sum;
    }
  *(double *)(memory + (at_t)a[8]) = total;
}

static void outflow(const double *a) {
  level_t l = level_at(a[0]);
  const int face_row = l.nx + 1, face_plane = face_row * (l.ny + 1);
  f32 ax = a[5], ay = a[6], az = a[7];
  double total = 0;
  for (int k = 0; k < l.nz; k++)
    for (int j = 0; j < l.ny; j++) {
      int face = k * face_plane + j * face_row;
      const f32 *u = floats(a[1]) + face, *v = floats(a[2]) + face, *up = floats(a[3]) + face;
      f32 *b = floats(a[4]) + start_of(&l, j, k);
      const f32 *w = weight(&l, k * l.ny + j);
      f32 sum = 0;
      for (int i = 0; i < l.span; i++) {
        f32 all = ax * (u[i + 1] - u[i]) + ay * (v[i + face_row] - v[i]) + az * (up[i + face_plane] - up[i]);
        f32 value = w[i] != 0 ? all : 0;
        b[i] = value;
        sum += value * value;
      }
      total += sum;
    }
  *(double *)(memory + (at_t)a[8]) = total;
}

static void along(f32 *speeds, const f32 *upper, const f32 *lower, const uint8_t *a, const uint8_t *b, int n, f32 f) {
  for (int i = 0; i < n; i++) speeds[i] = a[i] && b[i] ? speeds[i] + f * (upper[i] - lower[i]) : 0;
}

static void add_gradient(const double *a) {
  level_t l = level_at(a[0]);
  const int face_row = l.nx + 1, face_plane = face_row * (l.ny + 1);
  f32 gx = a[6], gy = a[7], gz = a[8];
  for (int k = 0; k < l.nz; k++)
    for (int j = 0; j < l.ny; j++) {
      int start = start_of(&l, j, k), face = k * face_plane + j * face_row, n = l.nx;
      const f32 *x = floats(a[1]) + start;
      const uint8_t *open = (uint8_t *)(memory + (at_t)a[2]) + start;
      f32 *u = floats(a[3]) + face, *v = floats(a[4]) + face, *w = floats(a[5]) + face;
      along(u, x, x - 1, open, open - 1, n + 1, gx);
      if (open[0]) u[0] += gx * x[0];
      if (open[n - 1]) u[n] -= gx * x[n - 1];
      along(v, x, x - l.row, open, open - l.row, n, j == 0 ? 2 * gy : gy);
      if (j == l.ny - 1) along(v + face_row, x + l.row, x, open + l.row, open, n, 2 * gy);
      if (k > 0) along(w, x, x - l.plane, open, open - l.plane, n, gz);
      else memset(w, 0, n * sizeof(f32));
      if (k == l.nz - 1) along(w + face_plane, x + l.plane, x, open + l.plane, open, n, 2 * gz);
    }
}

static const struct { const char *name; void (*run)(const double *); } kernels[] = {
    {"smoothEven", smooth_even}, {"smoothUneven", smooth_uneven}, {"restrictResidual", restrict_residual},
    {"products", products},     {"step", step},
    {"outflow", outflow},        {"addGradient", add_gradient},
};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}
static int by_size(const void *a, const void *b) {
  double d = *(const double *)a - *(const double *)b;
  return d < 0 ? -1 : d > 0;
}

int main(int count, char **words) {
  if (count != 2) return 2;
  FILE *file = fopen(words[1], "rb");
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  bytes = ftell(file);
  rewind(file);
  char *image = malloc(bytes);
  memory = aligned_alloc(65536, bytes);
  if (fread(image, 1, bytes, file) != bytes) return 2;
  fclose(file);
  char text[4096];
  while (fgets(text, sizeof text, stdin)) {
    char *name = strtok(text, " \n");
    int repetitions = atoi(strtok(NULL, " \n"));
    at_t checked = atof(strtok(NULL, " \n"));
    int checked_count = atoi(strtok(NULL, " \n"));
    double arguments[16] = {0};
    int n = 0;
    for (char *w = strtok(NULL, " \n"); w && n < 16; w = strtok(NULL, " \n")) arguments[n++] = atof(w);
    for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++) {
      if (strcmp(kernels[k].name, name)) continue;
      memcpy(memory, image, bytes);
      kernels[k].run(arguments);
      double checksum = 0;
      for (int i = 0; i < checked_count; i++) checksum += fabs(floats(checked)[i]);
      double *times = malloc(repetitions * sizeof(double));
      for (int r = 0; r < repetitions; r++) {
        double start = now();
        kernels[k].run(arguments);
        times[r] = now() - start;
      }
      qsort(times, repetitions, sizeof(double), by_size);
      printf("%s %.0f %.0f %.9g\n", name, times[0], times[repetitions / 2], checksum);
      fflush(stdout);
      free(times);
    }
  }
  return 0;
}
