using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Models;

public sealed class ModelMutationTests
{
    [SkippableFact]
    public void Every_mutant_is_planned_or_refused()
    {
        int planned = 0;
        int refused = MutationRun.Check(ParseAndPlan, maximumBytes: 16 << 20);

        // Mutants that are all refused at the first check, or all harmless, would test nothing.
        Assert.InRange(planned, refused / 10, 10 * refused);

        void ParseAndPlan(ReadOnlyMemory<byte> mutant)
        {
            ArenaPlanner.Plan(TfliteModel.Parse(mutant, "mutant").Main, maximumBytes: 64 << 20, "mutant");
            planned++;
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
