using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Names the rule that explains what a system gave, or the nearest with the place of the first difference.</summary>
/// <remarks>
/// "Exact" is said only of evidence without a fault, every piece of which the rule gives to the last code. Rules that the evidence does
/// not tell apart are all named.
/// </remarks>
public sealed class DialectFinder(ReferenceAnswerCache answers)
{
    private static readonly QuantizationParameters SoftmaxCodes = new(1f / 256, sbyte.MinValue);

    /// <summary>Judges printed results of a classifier that ends in an int8 softmax.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="evidence">What was printed.</param>
    /// <param name="progress">Told of the reference's passes, from any thread; not at all when all answers are kept.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConformanceException">The model's printed results are no codes of a softmax.</exception>
    /// <exception cref="TinyBenchException">A sample is missing or malformed.</exception>
    public async ValueTask<DialectVerdict> FindAsync(
        HostTask task, PrintedEvidence evidence, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(evidence.Digits, PrintedForms.FewestDigits, nameof(evidence));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(evidence.Digits, PrintedForms.MostDigits, nameof(evidence));
        RequireInt8Outputs(task);
        IReadOnlyList<ReferenceAnswers> all = await answers.GetAllAsync(task, progress, cancellationToken);
        if (QuantizationOf(task) != SoftmaxCodes || all[0].Files.Count != all[0].InputTotal)
            throw new ConformanceException(task.Task.Id, "has outputs that are not the codes of one softmax a sample; printed values do not tell them");
        return PrintedFinding.Judge(all, evidence);
    }

    /// <summary>Judges whole outputs of int8 codes.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="evidence">The outputs.</param>
    /// <param name="progress">Told of the reference's passes, from any thread; not at all when all answers are kept.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConformanceException">The model's outputs are not int8.</exception>
    /// <exception cref="TinyBenchException">A sample is missing or malformed.</exception>
    public async ValueTask<DialectVerdict> FindAsync(
        HostTask task, OutputEvidence evidence, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        RequireInt8Outputs(task);
        return OutputFinding.Judge(await answers.GetAllAsync(task, progress, cancellationToken), evidence);
    }

    /// <summary>Judges checksums of operators. The reference runs the inputs of the evidence alone, and keeps no answers.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="evidence">The checksums.</param>
    /// <param name="progress">Told after every input.</param>
    /// <param name="cancellationToken">Ends the work between two inputs.</param>
    /// <exception cref="TinyBenchException">A sample is missing or malformed.</exception>
    public static ValueTask<DialectVerdict> FindAsync(
        HostTask task, TraceEvidence evidence, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        TraceFinding.JudgeAsync(task, evidence, progress, cancellationToken);

    /// <summary>The few samples of a task that tell apart all rules which its whole list tells apart: what to ask a slow board.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="progress">Told of the reference's passes, from any thread; not at all when all answers are kept.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Files of the list, the most telling first; none where the rules never differ.</returns>
    /// <exception cref="TinyBenchException">A sample is missing or malformed.</exception>
    public async ValueTask<IReadOnlyList<string>> ChooseSamplesAsync(
        HostTask task, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        SeparatingSamples.Choose(await answers.GetAllAsync(task, progress, cancellationToken));

    /// <summary>Judges the outputs of the tie probes.</summary>
    /// <param name="evidence">One output for each of <see cref="TieProbes.Cases"/>, the probe's id as its file.</param>
    public static DialectVerdict FindByProbes(OutputEvidence evidence) => OutputFinding.Judge(ProbeAnswers.All, evidence);

    private static void RequireInt8Outputs(HostTask task)
    {
        if (QuantizationOf(task) is null)
            throw new ConformanceException(task.Task.Id, "has outputs that are not int8; dialects are of integer arithmetic");
    }

    private static QuantizationParameters? QuantizationOf(HostTask task) =>
        task.CreateSystem(Dialect.DoubleRounding, TimeProvider.System).OutputQuantization;
}
