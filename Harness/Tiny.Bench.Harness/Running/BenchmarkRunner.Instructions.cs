using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;

namespace Tiny.Bench.Harness.Running;

/// <content>Performance on an emulator: instructions instead of time.</content>
public sealed partial class BenchmarkRunner
{
    private const int Repetitions = 3;

    /// <summary>Counts the instructions of one inference on inputs spread over the list, three times each.</summary>
    /// <param name="task">What the files hold.</param>
    /// <param name="list">The samples.</param>
    /// <param name="system">A system whose clock counts instructions.</param>
    /// <param name="inputs">How many inputs, at least 1.</param>
    /// <param name="progress">Called after each input.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="SystemUnderTestException">Its clock counts no instructions, or the repetitions differ.</exception>
    public async ValueTask<IReadOnlyList<InstructionCount>> CountInstructionsAsync(
        BenchmarkTask task,
        SampleList list,
        IOperatorTracing system,
        int inputs,
        Action<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        long started = _time.GetTimestamp();
        var counts = new List<InstructionCount>(inputs);
        for (int number = 0; number < inputs; number++)
        {
            string input = await LoadAsync(task, list, system, number, inputs, cancellationToken);
            var instructions = new long[Repetitions];
            for (int repetition = 0; repetition < Repetitions; repetition++)
            {
                long ticks = await system.CountTicksAsync(cancellationToken);
                instructions[repetition] = system.Clock.InstructionsOf(ticks)
                    ?? throw new SystemUnderTestException(system.Name, "its clock counts no instructions; expected an emulator");
            }

            if (instructions.Distinct().Count() > 1)
                throw new SystemUnderTestException(system.Name, $"takes {string.Join(", ", instructions)} instructions for {input}; expected the same each time");
            counts.Add(new InstructionCount(input, instructions[0]));
            progress?.Invoke(new RunProgress(counts.Count, inputs, _time.GetElapsedTime(started)));
        }

        return counts;
    }
}
