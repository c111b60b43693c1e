namespace Tiny.Bench.Boards.Catalog;

/// <summary>The core that runs the firmware.</summary>
/// <param name="Core">Cortex-M4, RV32: as its designer names it.</param>
/// <param name="InstructionSet">Architecture and the extensions that matter to kernels.</param>
/// <param name="ClockHz">The highest clock, in hertz; null where there is none (QEMU counts instructions) or no source tells it.</param>
/// <param name="Source">Document and section.</param>
public sealed record ProcessorFacts(string Core, string InstructionSet, long? ClockHz, string Source);
