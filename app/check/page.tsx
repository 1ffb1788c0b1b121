// "Does your device agree with the reference?": kernels and goldens, run in the reader's tab.

import type { Metadata } from 'next';
import { DeviceChecks } from '@/components/check/DeviceChecks';

export const metadata: Metadata = { title: 'Check this device' };

export default function Page() {
  return (
    <section className="cover" aria-labelledby="check-title">
      <h1 id="check-title">Does your device agree with the reference?</h1>
      <p className="lede">
        First, kernels of the WebGPU engine on small random models, against the CPU engine: some
        must agree within rounding, some to the last bit. Then both real models, on the GPU and on
        the CPU, against what PyTorch computed: scores, and whole texts.
      </p>
      <DeviceChecks />
    </section>
  );
}
