using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>The operators between which a tensor needs its memory, both included; -1 is the time before the first.</summary>
internal readonly record struct TensorLifetime(int First, int Last)
{
    private const int BeforeTheFirst = -1;

    /// <summary>One per tensor; null for constants and for tensors that nobody touches.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="keepInputs">Whether graph inputs live to the end.</param>
    public static TensorLifetime?[] Of(ModelSubgraph graph, bool keepInputs = false)
    {
        int end = graph.Operators.Count - 1;
        var lifetimes = new TensorLifetime?[graph.Tensors.Count];
        foreach (int input in graph.Inputs)
            Touch(input, BeforeTheFirst);
        foreach (ModelOperator current in graph.Operators)
        {
            foreach (int input in current.Inputs)
                Touch(input, current.Index);
            foreach (int output in current.Outputs)
                Touch(output, current.Index);
        }

        foreach (int output in graph.Outputs)
            Touch(output, end);
        foreach (int input in keepInputs ? graph.Inputs : [])
            Touch(input, end);
        return lifetimes;

        void Touch(int tensor, int time)
        {
            if (tensor < 0 || graph.Tensors[tensor].IsConstant)
                return;
            if (graph.Tensors[tensor].IsVariable)
                lifetimes[tensor] = new TensorLifetime(BeforeTheFirst, end);
            else
                lifetimes[tensor] = new TensorLifetime(lifetimes[tensor]?.First ?? time, time);
        }
    }

    /// <summary>Whether both need their memory at some operator.</summary>
    public bool Meets(TensorLifetime other) => First <= other.Last && other.First <= Last;
}
