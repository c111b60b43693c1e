namespace Tiny.Bench.Reference.Plans;

/// <summary>A plan is malformed, damaged, or asks for what no board may do.</summary>
public sealed class PlanFormatException : ReferenceException
{
    /// <summary>Creates the error; <paramref name="where"/> is "file at byte N" or "file, operator 3 (CONV_2D)".</summary>
    public PlanFormatException(string where, string problem)
        : base(where, problem)
    {
    }
}
