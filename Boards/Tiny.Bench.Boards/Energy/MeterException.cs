using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy;

/// <summary>An energy meter, or what it measured, is not as a measurement needs it: no figure is made of it.</summary>
public sealed class MeterException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">The meter, with the command or the window.</param>
    /// <param name="fault">Its kind.</param>
    /// <param name="problem">What is wrong and what was expected.</param>
    /// <param name="cause">What it was told by; may be null.</param>
    public MeterException(string where, MeterFault fault, string problem, Exception? cause = null)
        : base(where, problem, cause) =>
        Fault = fault;

    /// <summary>The kind.</summary>
    public MeterFault Fault { get; }
}
