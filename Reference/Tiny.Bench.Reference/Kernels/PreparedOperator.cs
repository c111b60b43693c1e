using Tiny.Bench.Reference.Plans;

namespace Tiny.Bench.Reference.Kernels;

/// <summary>An operator of one model, checked and bound to its tensors: it runs any number of times and allocates nothing.</summary>
/// <param name="invoke">Computes the outputs from the inputs; relies on what <c>Prepare</c> checked.</param>
/// <param name="multiplyAccumulates">Of one run, padding included, as the field counts them; 0 for operators that do none.</param>
/// <param name="otherSteps">Inner-loop steps beside those where they can far exceed the tensors' sizes: windows, rows without elements.</param>
public sealed class PreparedOperator(Action invoke, long multiplyAccumulates = 0, long otherSteps = 0)
{
    /// <summary>The name of the plain kernels.</summary>
    public const string PlainKernel = "plain";

    /// <summary>Multiply-accumulates of one run.</summary>
    public long MultiplyAccumulates { get; } = multiplyAccumulates;

    /// <summary>Inner-loop steps of one run beside one for each element that it reads or writes.</summary>
    public long Steps { get; } = multiplyAccumulates + otherSteps;

    /// <summary>Which kernel computes it: <see cref="PlainKernel"/>, or a fast one's tier and form.</summary>
    public string Kernel { get; init; } = PlainKernel;

    /// <summary>What a board needs to run the same; null where a plan has no form for the operator or its types.</summary>
    internal PlanParameters? Parameters { get; init; }

    /// <summary>Computes the outputs from the inputs.</summary>
    public void Invoke() => invoke();
}
