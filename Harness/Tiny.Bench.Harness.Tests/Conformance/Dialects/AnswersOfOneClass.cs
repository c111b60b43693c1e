using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>Answers that the tests of one class share, in a folder that goes with them.</summary>
public sealed class AnswersOfOneClass : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AnswersOfOneClass() => Cache = new ReferenceAnswerCache(_folder.Path);

    public ReferenceAnswerCache Cache { get; }

    public void Dispose()
    {
        Cache.Dispose();
        _folder.Dispose();
    }
}
