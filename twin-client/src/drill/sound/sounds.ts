/** Sounds of the drill, made here: no file is fetched. Silent until a gesture of the trainee allows them. */
export interface Sounds {
  /** To be called from a gesture; harmless afterwards. */
  allow(): void;
  muted(muted: boolean): void;
  /** The site's horn for some seconds. */
  horn(seconds: number): void;
  /** The meter in the hand: silent, slow beeps, fast beeps. */
  meter(alarm: 'none' | 'low' | 'high'): void;
  /** Wind in the ears (m/s), the hiss of a leak some metres away (absent: none), a footstep at every `stepM`. */
  move(windMPerS: number, leakM: number | undefined, walkedM: number): void;
  chime(kind: 'done' | 'refused'): void;
  stop(): void;
}

const stepM = 0.78;

export function sounds(): Sounds {
  let context: AudioContext | undefined;
  let out: GainNode | undefined;
  let wind: GainNode | undefined;
  let hiss: GainNode | undefined;
  let noise: AudioBuffer | undefined;
  let silent = false;
  let beeps: 'none' | 'low' | 'high' = 'none';
  let nextBeepS = 0;
  let steps = 0;

  const tone = (hertz: number, from: number, seconds: number, loud: number, shape: OscillatorType = 'sine') => {
    if (!context || !out) return;
    const source = context.createOscillator();
    const gain = context.createGain();
    source.type = shape;
    source.frequency.value = hertz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loud, from + 0.01);
    gain.gain.setValueAtTime(loud, from + Math.max(0.02, seconds - 0.03));
    gain.gain.linearRampToValueAtTime(0, from + seconds);
    source.connect(gain).connect(out);
    source.start(from);
    source.stop(from + seconds + 0.05);
  };

  const hum = (kind: BiquadFilterType, hertz: number): GainNode | undefined => {
    if (!context || !out || !noise) return undefined;
    const source = context.createBufferSource();
    const filter = context.createBiquadFilter();
    const gain = context.createGain();
    source.buffer = noise;
    source.loop = true;
    filter.type = kind;
    filter.frequency.value = hertz;
    gain.gain.value = 0;
    source.connect(filter).connect(gain).connect(out);
    source.start();
    return gain;
  };

  const start = () => {
    context = new AudioContext();
    out = context.createGain();
    out.gain.value = silent ? 0 : 0.7;
    out.connect(context.destination);
    noise = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
    const samples = noise.getChannelData(0);
    for (let at = 0; at < samples.length; at++) samples[at] = Math.random() * 2 - 1;
    wind = hum('lowpass', 420);
    hiss = hum('highpass', 3200);
  };

  const footstep = () => {
    if (!context || !out || !noise) return;
    const source = context.createBufferSource();
    const filter = context.createBiquadFilter();
    const gain = context.createGain();
    source.buffer = noise;
    filter.type = 'bandpass';
    filter.frequency.value = steps % 2 === 0 ? 320 : 380;
    gain.gain.setValueAtTime(0.1, context.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.12);
    source.connect(filter).connect(gain).connect(out);
    source.start(context.currentTime, Math.random());
    source.stop(context.currentTime + 0.14);
  };

  return {
    allow() {
      if (!context) start();
      if (context?.state === 'suspended') void context.resume();
    },
    muted(muted) {
      silent = muted;
      if (context && out) out.gain.setTargetAtTime(muted ? 0 : 0.7, context.currentTime, 0.05);
    },
    horn(seconds) {
      if (!context) return;
      // A rising and falling two-tone, as sirens of chemical parks sound for a toxic release.
      for (let at = 0; at < seconds; at += 1.2) {
        tone(480, context.currentTime + at, 0.58, 0.07, 'sawtooth');
        tone(620, context.currentTime + at + 0.6, 0.58, 0.07, 'sawtooth');
      }
    },
    meter(alarm) {
      beeps = alarm;
    },
    move(windMPerS, leakM, walkedM) {
      if (!context) return;
      const nowS = context.currentTime;
      wind?.gain.setTargetAtTime(Math.min(0.12, 0.012 * windMPerS), nowS, 0.6);
      hiss?.gain.setTargetAtTime(leakM === undefined ? 0 : Math.min(0.16, 1.6 / Math.max(6, leakM)), nowS, 0.4);
      if (beeps !== 'none' && nowS >= nextBeepS) {
        tone(beeps === 'high' ? 2900 : 2400, nowS, 0.09, 0.1, 'square');
        nextBeepS = nowS + (beeps === 'high' ? 0.22 : 0.9);
      }
      const count = Math.floor(walkedM / stepM);
      if (count !== steps) {
        steps = count;
        footstep();
      }
    },
    chime(kind) {
      if (!context) return;
      const nowS = context.currentTime;
      if (kind === 'refused') tone(220, nowS, 0.18, 0.08, 'triangle');
      else {
        tone(660, nowS, 0.12, 0.08);
        tone(990, nowS + 0.12, 0.22, 0.08);
      }
    },
    stop() {
      void context?.close();
      context = undefined;
    },
  };
}
