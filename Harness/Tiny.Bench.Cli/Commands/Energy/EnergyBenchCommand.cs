using System.Buffers.Binary;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tiny.Bench.Boards.Energy.Traces;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Cli.Running;

namespace Tiny.Bench.Cli.Commands.Energy;

/// <summary><c>tinybench energy bench</c>: how fast a long trace is read and summed up, and in how much memory.</summary>
internal static class EnergyBenchCommand
{
    private const int SampleRate = 100_000;
    private const int PatternSamples = 4096;
    private const int SecondsPerHour = 3600;

    public static Command Create()
    {
        var hours = new Option<double>("--hours") { Description = "Length of the trace.", DefaultValueFactory = _ => 1, HelpName = "H" };
        hours.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is > 0 and <= 1000))
                result.AddError("--hours is not more than 0 and at most 1000");
        });
        Option<bool> json = CommonOptions.Json();
        var command = new Command("bench", "Sum up a made-up trace at 100 kS/s; print the speed and the memory that it took.") { hours, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            long patterns = Math.Max(1, (long)(parsed.GetValue(hours) * SecondsPerHour * SampleRate / PatternSamples));
            Measured measured = await MeasureAsync(patterns, cancellationToken);
            if (parsed.GetValue(json))
                JsonOutput.Write(parsed.InvocationConfiguration.Output, measured);
            else
                Print(parsed.InvocationConfiguration.Output, measured);
            return ExitCode.Good;
        });
        return command;
    }

    private static async Task<Measured> MeasureAsync(long patterns, CancellationToken cancellationToken)
    {
        byte[] pattern = new byte[PatternSamples * sizeof(float)];
        double patternJoules = 0;
        for (int index = 0; index < PatternSamples; index++)
        {
            // A saw from 0.1 uJ up: sums of it are exact in a double, 2^-20 uJ a step.
            float microjoules = 0.125f + (index / 1048576f);
            BinaryPrimitives.WriteSingleLittleEndian(pattern.AsSpan(index * sizeof(float)), microjoules);
            patternJoules += microjoules;
        }

        byte[] head = new byte[5];
        head[0] = 0xF1;
        BinaryPrimitives.WriteSingleLittleEndian(head.AsSpan(1), SampleRate);
        var input = new TraceInput("bench", () => new RepeatedBytes(head, pattern, head.Length + (patterns * pattern.Length)));
        EembcTrace trace = await EembcTrace.OpenAsync(input, timestamps: null, cancellationToken: cancellationToken);
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(trace, cancellationToken);
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        double expected = patternJoules * patterns * 1e-6;
        return new Measured(
            sums.End,
            sums.Header.SecondsOf(sums.End),
            taken.TotalSeconds,
            sums.End / taken.TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            sums.Whole.Joules,
            (sums.Whole.Joules - expected) / expected);
    }

    private static void Print(TextWriter output, Measured measured)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measured.Samples} samples, {measured.TraceSeconds:0} s at {SampleRate} samples a second, read as trace1-energy.bin and summed up"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {measured.Seconds:0.00} s: {measured.SamplesPerSecond / 1e6:0.0} million samples a second, {measured.TraceSeconds / measured.Seconds:0} times as fast as they are measured"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {measured.AllocatedBytes / 1024.0:0} KiB allocated in all: two buffers, and an object for each block of 16384 samples"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {measured.Joules:0.000000} J, relative error of the sum {measured.RelativeError:0.0e+0}"));
    }

    private sealed record Measured(long Samples, double TraceSeconds, double Seconds, double SamplesPerSecond, long AllocatedBytes, double Joules, double RelativeError);
}
