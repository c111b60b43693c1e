namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>What was asked for, beside what is there: the same bookkeeping for every kind of evidence.</summary>
internal sealed class EvidenceScope<TSample>
    where TSample : class
{
    private readonly List<(EvidenceInput Input, TSample Sample)> _found = [];
    private readonly List<EvidenceFault> _faults = [];

    /// <summary>Sorts the evidence out.</summary>
    /// <param name="known">All inputs of the list, in its order.</param>
    /// <param name="asked">Those that were asked for; null for all.</param>
    /// <param name="given">The evidence.</param>
    /// <param name="inputOf">Which input a piece of evidence is about.</param>
    /// <exception cref="ArgumentException">An input was asked for that the list does not have.</exception>
    public EvidenceScope(
        IReadOnlyList<EvidenceInput> known, IReadOnlyList<EvidenceInput>? asked, IReadOnlyList<TSample> given, Func<TSample, EvidenceInput> inputOf)
    {
        EvidenceInput[] inputs = [.. (asked ?? known).Distinct()];
        HashSet<EvidenceInput> list = [.. known];
        foreach (EvidenceInput input in inputs)
        {
            if (!list.Contains(input))
                throw new ArgumentException($"{input} was asked for, and the list does not have it.", nameof(asked));
        }

        Count = inputs.Length;
        HashSet<EvidenceInput> wanted = [.. inputs];
        var first = new Dictionary<EvidenceInput, TSample>();
        foreach (TSample sample in given)
        {
            EvidenceInput input = inputOf(sample);
            if (!wanted.Contains(input))
                AddFault(EvidenceFaultKind.Unknown, input, "was not asked for");
            else if (!first.TryAdd(input, sample))
                AddFault(EvidenceFaultKind.Repeated, input, "is there more than once; expected one answer");
        }

        foreach (EvidenceInput input in inputs)
        {
            if (first.TryGetValue(input, out TSample? sample))
                _found.Add((input, sample));
            else
                AddFault(EvidenceFaultKind.Missing, input, "has no answer");
        }
    }

    /// <summary>Inputs that were asked for.</summary>
    public int Count { get; }

    /// <summary>The answers to them, in the order of the asking; of several to one input the first.</summary>
    public IReadOnlyList<(EvidenceInput Input, TSample Sample)> Found => _found;

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<EvidenceFault> Faults => _faults;

    /// <summary>Adds what is wrong with one answer.</summary>
    public void AddFault(EvidenceFaultKind kind, EvidenceInput input, string problem) => _faults.Add(new EvidenceFault(kind, input, problem));
}
