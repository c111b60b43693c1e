using static Tiny.Bench.Harness.Conformance.Dialects.HandMadeAnswers;

namespace Tiny.Bench.Harness.Conformance.Dialects;

public sealed class SeparatingSamplesTests
{
    // The first sample tells the third rule from both others, the last the second; the one between tells none.
    [Fact]
    public void Samples_that_separate_nothing_are_left_out() => Assert.Equal(["a.bin", "c.bin"], SeparatingSamples.Choose(Three), StringComparer.Ordinal);

    [Fact]
    public void Rules_that_never_differ_need_no_samples() => Assert.Empty(SeparatingSamples.Choose([Three[0], Three[0]]));
}
