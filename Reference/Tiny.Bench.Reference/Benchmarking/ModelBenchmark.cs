using System.Diagnostics;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Benchmarking;

/// <summary>Measures a model with the plain and the fast kernels on the calling thread.</summary>
/// <remarks>
/// One turn is a window of plain inferences, one of fast ones and one of matrix products, so that whatever else the machine does falls on all three.
/// Before any number, the outputs of both are compared.
/// </remarks>
public static class ModelBenchmark
{
    private const int Seed = 1, ComparedInputs = 4, WarmUps = 3, WarmUpCalls = 40, LeastTurns = 5;
    private const double LeastWindowMicroseconds = 1000;

    // Longer than the 100 ms after which the runtime compiles hot methods again.
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(150), MostWarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Measures for about <paramref name="seconds"/>; a slow model takes the five turns that a median needs at least.</summary>
    /// <param name="model">The model; inputs are random bytes of a fixed seed.</param>
    /// <param name="dialect">The rounding.</param>
    /// <param name="seconds">More than 0.</param>
    /// <param name="cancellation">Ends between two turns.</param>
    /// <exception cref="ModelFormatException">The model cannot be run.</exception>
    /// <exception cref="UnequalKernelsException">The kernels differ.</exception>
    public static ModelSpeed Measure(TfliteModel model, Dialect dialect, double seconds, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        Interpreter plain = Create(KernelSet.Plain), fast = Create(KernelSet.Fast);
        RequireEqual(plain, fast);
        var gemm = new PackedGemm(Seed);
        var plainOperators = new OperatorClock(plain);
        var fastOperators = new OperatorClock(fast);

        // Of one length, so that a busy machine interrupts all three alike.
        double plainMicroseconds = WarmUp(plain.Invoke), window = Math.Max(LeastWindowMicroseconds, plainMicroseconds);
        var plainWindow = new TimedWindow(plain.Invoke, plainMicroseconds, window);
        var fastWindow = new TimedWindow(fast.Invoke, WarmUp(fast.Invoke), window);
        var gemmWindow = new TimedWindow(gemm.Multiply, WarmUp(gemm.Multiply), window);
        long started = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < LeastTurns || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            plainWindow.Measure();
            fastWindow.Measure();
            gemmWindow.Measure();
            plainOperators.Run();
            fastOperators.Run();
        }

        TimeSummary product = gemmWindow.Summary;
        ModelSummary summary = ModelSummary.Of(fast);
        return new ModelSpeed
        {
            Model = model.Source,
            Macs = fast.MultiplyAccumulates,
            Plain = plainWindow.Summary,
            Fast = fastWindow.Summary,
            Gemm = product,
            GemmGmacPerSecond = PackedGemm.MultiplyAccumulates / product.Median / 1e3,
            Operators = [.. summary.Operators.Select((row, index) => new OperatorTime(
                row.Index, row.Name, row.Input, row.Output, fast.Operators[index].KernelName, row.MultiplyAccumulates,
                plainOperators.MedianOf(index), fastOperators.MedianOf(index)))],
        };

        Interpreter Create(KernelSet kernels) => new(model, new InterpreterOptions { Dialect = dialect, Kernels = kernels, KeepInputs = true });
    }

    /// <summary>Compares the outputs of a few random inputs.</summary>
    /// <exception cref="UnequalKernelsException">They differ.</exception>
    internal static void RequireEqual(Interpreter plain, Interpreter fast)
    {
        var random = new Random(Seed);
        for (int run = 0; run < ComparedInputs; run++)
        {
            for (int index = 0; index < plain.Inputs.Length; index++)
            {
                byte[] content = new byte[plain.Inputs[index].Bytes.Length];
                random.NextBytes(content);
                plain.SetInput(index, content);
                fast.SetInput(index, content);
            }

            plain.Invoke();
            fast.Invoke();
            for (int index = 0; index < plain.Outputs.Length; index++)
            {
                if (!plain.Outputs[index].Bytes.SequenceEqual(fast.Outputs[index].Bytes))
                    throw new UnequalKernelsException(plain.Model.Source, index);
            }
        }
    }

    // Until the runtime has compiled the code for good; the shortest call in microseconds.
    private static double WarmUp(Action invoke)
    {
        double shortest = double.MaxValue;
        for (int warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            long begun = Stopwatch.GetTimestamp();
            for (int call = 0; call < WarmUpCalls && (call == 0 || Stopwatch.GetElapsedTime(begun) < MostWarmUp); call++)
            {
                long started = Stopwatch.GetTimestamp();
                invoke();
                shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }

            Thread.Sleep(WarmUpPause);
        }

        return shortest;
    }
}
