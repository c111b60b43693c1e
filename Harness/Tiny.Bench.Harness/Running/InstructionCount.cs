namespace Tiny.Bench.Harness.Running;

/// <summary>Instructions of one inference on one input, counted by an emulator; never called latency.</summary>
/// <param name="Input">The sample's file, with the number of the window when it is cut into several inputs.</param>
/// <param name="Instructions">The same in every repetition.</param>
public sealed record InstructionCount(string Input, long Instructions);
