using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Conformance;

/// <summary>What TINYBENCH_TARGET names, the host when it is not set: opened once, and again only to change between single operators and a model.</summary>
/// <remarks>A target that failed is not asked again: one test tells what happened, those after it are skipped with that reason.</remarks>
public sealed class ConformanceTarget : IAsyncLifetime
{
    private static readonly TimeSpan CaseDeadline = TimeSpan.FromMinutes(10);

    private readonly BoardTargets _boards = new(
        BoardCatalog.Load([BoardCatalog.DefaultFolder]),
        new FirmwareCache(FirmwareMake.FindFolder() ?? "Boards/Firmware", FirmwareCache.DefaultFolder, new ToolPath()),
        TimeProvider.System);

    private IVectorTarget? _operators;
    private BoardTarget? _model;
    private BenchmarkTask? _task;
    private string? _failure;

    /// <summary>As it stands in the environment.</summary>
    internal static string Name => Environment.GetEnvironmentVariable("TINYBENCH_TARGET") is { Length: > 0 } name ? name : "host";

    private static bool IsHost => TargetAddress.Parse(Name).Scheme == TargetScheme.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => CloseAsync().AsTask();

    /// <summary>Gives a test the target for single operators.</summary>
    internal Task<T> WithOperatorsAsync<T>(Func<IVectorTarget, CancellationToken, ValueTask<T>> test) => GuardAsync(async cancellation =>
    {
        if (_operators is null)
        {
            await CloseAsync();
            _operators = await VectorTargets.OpenAsync(Name, _boards, dialect: null, cancellation);
        }

        return await test(_operators, cancellation);
    });

    /// <summary>Gives a test the target with a task's model on it, and the rounding that it claims.</summary>
    internal Task<T> WithModelAsync<T>(HostTask task, Func<ISystemUnderTest, Dialect, CancellationToken, ValueTask<T>> test) => GuardAsync(async cancellation =>
    {
        if (IsHost)
            return await test(task.CreateSystem(Dialect.DoubleRounding, TimeProvider.System), Dialect.DoubleRounding, cancellation);
        if (_task != task.Task)
        {
            await CloseAsync();
            _model = await _boards.OpenAsync(TargetAddress.Parse(Name), BoardModels.Of(task), transcript: null, planProgress: null, cancellation);
            _task = task.Task;
        }

        return await test(_model!.Session.System, ModelConformance.ClaimOf(_model), cancellation);
    });

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> test)
    {
        Skip.If(_failure is not null, $"not run, the target failed before: {_failure}");
        using var deadline = new CancellationTokenSource(CaseDeadline);
        try
        {
            return await test(deadline.Token);
        }
        catch (Exception problem) when (IsOfTarget(problem))
        {
            _failure = problem is OperationCanceledException ? $"no answer in {CaseDeadline.TotalMinutes:F0} minutes" : problem.Message;
            await CloseAsync();
            Assert.Fail($"The target {Name} failed: {_failure}");
            throw;
        }
    }

    // A model that does not fit says nothing of the link.
    private static bool IsOfTarget(Exception problem) =>
        problem is TargetAddressException or OperationCanceledException || (problem is TinyBenchException and not ModelDoesNotFitException);

    private async ValueTask CloseAsync()
    {
        (IVectorTarget? operators, BoardTarget? model) = (_operators, _model);
        (_operators, _model, _task) = (null, null, null);
        if (operators is not null)
            await operators.DisposeAsync();
        if (model is not null)
            await model.DisposeAsync();
    }
}
