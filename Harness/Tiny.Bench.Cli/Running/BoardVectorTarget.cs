using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Core;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Cli.Running;

/// <summary>A board with our firmware that runs vector cases, each as a plan of one operator. Owns its target.</summary>
/// <remarks>
/// The answers of vectors are those of double rounding. A board that rounds otherwise is held against the host's kernels in its dialect: what is
/// compared then is one implementation with another.
/// </remarks>
internal sealed class BoardVectorTarget : IVectorTarget
{
    private readonly PlanTarget _target;
    private readonly VectorRunner _reference;

    private BoardVectorTarget(TargetAddress address, PlanTarget target, Dialect dialect)
    {
        Name = address.ToString();
        Dialect = dialect;
        _target = target;
        _reference = new VectorRunner(dialect);
    }

    public string Name { get; }

    public Dialect Dialect { get; }

    /// <summary>The board, in step.</summary>
    public PlanBoard Board => _target.Session;

    /// <summary>Opens a board.</summary>
    /// <param name="targets">Where boards are.</param>
    /// <param name="address">Not the host.</param>
    /// <param name="dialect">The rounding to judge it by; null for the one that it claims.</param>
    /// <param name="cancellationToken">Ends the wait; nothing stays behind.</param>
    /// <exception cref="SystemUnderTestException">The board runs no single operators, or claims a rounding that is not known.</exception>
    public static async Task<BoardVectorTarget> OpenAsync(
        BoardTargets targets, TargetAddress address, Dialect? dialect, CancellationToken cancellationToken)
    {
        PlanTarget target = await targets.OpenForPlansAsync(address, transcript: null, cancellationToken);
        try
        {
            return new BoardVectorTarget(address, target, dialect ?? ClaimOf(address, target));
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<VectorResult> RunAsync(VectorCase vectorCase, CancellationToken cancellationToken)
    {
        VectorPlan plan;
        try
        {
            if (Dialect != Dialect.DoubleRounding)
                vectorCase = _reference.Answer(vectorCase);
            plan = PlanCompiler.Compile(vectorCase);
        }
        catch (Exception problem) when (problem is UnsupportedVectorException or PlanFormatException)
        {
            return VectorResult.NotCarried(vectorCase, $"not carried by a plan: {((ReferenceException)problem).Problem}");
        }

        var input = new PlanInput(plan.Plan, plan.Upload, plan.ArenaBytes, plan.OutputTensor, plan.Expected.Length);
        if (Board.FindShortage(input) is { } shortage)
            return VectorResult.NotCarried(vectorCase, $"does not fit the board: {shortage}");
        PlanOutcome outcome = await Board.RunAsync(input, Crc32.Compute(plan.Expected.Span), cancellationToken);
        if (outcome.Refusal is { } refusal)
            return VectorResult.Unsupported(vectorCase, $"refused by the board: {refusal}");
        if (outcome.Output is { } output)
            return VectorResult.Compare(vectorCase, output);
        long overwritten = outcome.Guard?.Damaged ?? 0;
        return new VectorResult
        {
            Case = vectorCase,
            Outcome = overwritten == 0 ? VectorOutcome.Passed : VectorOutcome.Failed,
            Overwritten = overwritten,
        };
    }

    public ValueTask DisposeAsync() => _target.DisposeAsync();

    private static Dialect ClaimOf(TargetAddress address, PlanTarget target)
    {
        string claim = target.Session.Capabilities.Dialect;
        return Dialects.TryParse(claim, out Dialect dialect)
            ? dialect
            : throw new SystemUnderTestException(
                address.ToString(), $"says that it rounds by {claim}; expected one of {string.Join(", ", Dialects.All.Select(known => known.Name()))}");
    }
}
