using System.Security.Cryptography;
using System.Text;
using Tiny.Bench.Core;
using Tiny.Bench.Datasets.Inputs;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Execution;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Computes the reference's answers when they are first asked for, and keeps them: one file per model, data set and rule.</summary>
/// <remarks>
/// Several processes may share the folder. A file that is torn, or was made from another model, other samples or another build of the
/// arithmetic, is not believed but computed anew.
/// </remarks>
public sealed class ReferenceAnswerCache : IDisposable
{
    private readonly string _folder;
    private readonly int _threads;
    private readonly SemaphoreSlim _computing = new(1);

    /// <summary>Names the folder; nothing is read yet.</summary>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="threads">Threads of a pass, at least 1; null for as many as the machine has cores.</param>
    public ReferenceAnswerCache(string folder, int? threads = null)
    {
        _threads = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(_threads, 1, nameof(threads));
        _folder = Path.GetFullPath(folder);
    }

    /// <summary>The place in the user's cache.</summary>
    public static string DefaultFolder => UserCache.Folder("answers");

    /// <summary>Passes over the samples that this object has made.</summary>
    internal int Passes { get; private set; }

    /// <summary>Gives the answers of a rule. A pass computes those of both softmax rules of a dialect.</summary>
    /// <param name="task">Model and samples.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="progress">Told after every sample of a pass, from any thread; not at all when the answers are kept.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <exception cref="TinyBenchException">A sample is missing or malformed, or the model has more than one input or output.</exception>
    public async ValueTask<ReferenceAnswers> GetAsync(
        HostTask task, ArithmeticRule rule, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        await GetAsync(task, await HashSourceAsync(task, cancellationToken), rule, progress, cancellationToken);

    /// <summary>Gives the answers of every rule, in their order.</summary>
    /// <inheritdoc cref="GetAsync(HostTask, ArithmeticRule, IProgress{ValueTuple{int, int}}, CancellationToken)"/>
    public async ValueTask<IReadOnlyList<ReferenceAnswers>> GetAllAsync(
        HostTask task, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        byte[] source = await HashSourceAsync(task, cancellationToken);
        var all = new List<ReferenceAnswers>();
        foreach (ArithmeticRule rule in ArithmeticRule.All)
            all.Add(await GetAsync(task, source, rule, progress, cancellationToken));
        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => _computing.Dispose();

    private async ValueTask<ReferenceAnswers> GetAsync(
        HostTask task, byte[] source, ArithmeticRule rule, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        if (Read(task, source, rule) is { } kept)
            return kept;

        // One pass takes all cores; whoever waited for it may find the answers kept.
        await _computing.WaitAsync(cancellationToken);
        try
        {
            if (Read(task, source, rule) is { } keptMeanwhile)
                return keptMeanwhile;
            Passes++;
            IReadOnlyList<ReferenceAnswers> computed = await AnswerPass.RunAsync(task, rule.Dialect, _threads, progress, cancellationToken);
            foreach (ReferenceAnswers answers in computed)
                Keep(task, source, answers);
            return computed.Single(answers => answers.Rule == rule);
        }
        finally
        {
            _computing.Release();
        }
    }

    private ReferenceAnswers? Read(HostTask task, byte[] source, ArithmeticRule rule)
    {
        byte[] key = Key(source, rule);
        try
        {
            return AnswerFile.Read(PathOf(task, key), key, rule, [.. task.List.Samples.Select(sample => sample.File)]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Answers that cannot be kept are still answers.
    private void Keep(HostTask task, byte[] source, ReferenceAnswers answers)
    {
        byte[] key = Key(source, answers.Rule);
        try
        {
            AnswerFile.Write(PathOf(task, key), key, answers);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private string PathOf(HostTask task, byte[] key) => Path.Combine(_folder, $"{task.Task.Id}-{Convert.ToHexStringLower(key)[..32]}.bin");

    private static byte[] Key(byte[] source, ArithmeticRule rule) => SHA256.HashData([.. source, .. Encoding.UTF8.GetBytes(rule.Name)]);

    // The builds that decide what an answer is: the arithmetic, and what makes inputs of files.
    private static async Task<byte[]> HashSourceAsync(HostTask task, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Interpreter).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(Preprocessing).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes($"{task.ModelFile.Sha256} {task.List.Sha256} {task.Task.Input} {task.Task.FrontEnd}"));
        foreach (TaskSample sample in task.List.Samples)
            hash.AppendData(SHA256.HashData(await sample.ReadAsync(int.MaxValue, cancellationToken)));
        return hash.GetHashAndReset();
    }
}
