using Tiny.Bench.Reference.Models;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Tests.Models;

public class ModelMutationTests
{
    [SkippableFact]
    public void Every_mutant_parses_or_is_refused()
    {
        int parsed = 0;
        int refused = MutationRun.Check(Parse, maximumBytes: 16 << 20);

        // Mutants that are all refused at the first check, or all harmless, would test nothing.
        Assert.InRange(parsed, refused / 10, 10 * refused);

        void Parse(ReadOnlyMemory<byte> mutant)
        {
            TfliteModel.Parse(mutant, "mutant");
            parsed++;
        }
    }

    [SkippableFact]
    public void A_mutant_can_be_made_again_by_its_number()
    {
        byte[] original = File.ReadAllBytes(Official.Model("kws_ref_model.tflite"));
        var mutator = new ModelMutator(original, seed: 1);
        byte[] third = mutator.Create(3).ToArray();
        Assert.False(third.AsSpan().SequenceEqual(original));
        Assert.False(third.AsSpan().SequenceEqual(mutator.Create(4).Span));
        Assert.True(third.AsSpan().SequenceEqual(new ModelMutator(original, seed: 1).Create(3).Span));
    }
}
