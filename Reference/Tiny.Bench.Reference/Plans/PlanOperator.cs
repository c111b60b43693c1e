using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Plans;

/// <summary>An operator of a plan: Boards/docs/plan.md section 5.</summary>
public sealed class PlanOperator
{
    internal PlanOperator(int index, IReadOnlyList<int> inputs, int output, PlanParameters parameters)
    {
        Index = index;
        Inputs = inputs;
        Output = output;
        Parameters = parameters;
    }

    /// <summary>Index in the plan; that of the model's operator it was lowered from.</summary>
    public int Index { get; }

    /// <summary>What it computes.</summary>
    public BuiltinOperator Code => Parameters.Code;

    /// <summary>Indices of the plan's tensors; -1 stands for a bias that is left out.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>Index of the plan's tensor that it writes.</summary>
    public int Output { get; }

    /// <summary>Its numbers, checked.</summary>
    internal PlanParameters Parameters { get; }
}
