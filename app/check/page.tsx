// "Does your GPU agree with the reference?": the kernel tests, run on the reader's device.

import type { Metadata } from 'next';
import { KernelChecks } from '@/components/check/KernelChecks';

export const metadata: Metadata = { title: 'Check this GPU' };

export default function Page() {
  return (
    <section className="cover" aria-labelledby="check-title">
      <h1 id="check-title">Does your GPU agree with the reference?</h1>
      <p className="lede">
        Each line below runs kernels of the WebGPU engine on small random models and compares them
        with the CPU engine, in this tab. Some must agree within rounding, some to the last bit.
      </p>
      <KernelChecks />
    </section>
  );
}
