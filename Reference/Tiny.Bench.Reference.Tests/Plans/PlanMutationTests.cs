using System.Buffers.Binary;
using Tiny.Bench.Reference.Execution;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Reference.Plans;

/// <summary>Plans that were spoilt behind their checksum: each is refused, or runs without reaching outside of its memory.</summary>
public sealed class PlanMutationTests
{
    private const ulong Seed = 20264;
    private const int Count = 20_000;
    private const int SpoiltModels = 3_000;
    private const long MostBytes = 8 << 20;
    private const int MostArena = 1 << 20;

    [Fact]
    public void Every_mutant_is_refused_or_runs()
    {
        byte[][] plans = Originals();
        int ran = 0, refused = 0;
        for (int number = 0; number < Count; number++)
        {
            byte[] mutant = Mutate((byte[])plans[number % plans.Length].Clone(), new SplitMix64(Seed + ((ulong)number * 0xD1342543DE82EF95)));
            string replay = $"mutant {number}, seed {Seed}";
            long before = GC.GetAllocatedBytesForCurrentThread();
            PlanImage? image = TryRead(mutant, replay);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= MostBytes, $"{replay}: {allocated} bytes allocated; expected at most {MostBytes}");
            if (image is null)
            {
                refused++;
                continue;
            }

            ran++;
            if (image.ArenaBytes <= MostArena && image.Inputs.Count > 0)
                Run(mutant, image, replay);
        }

        // Mutants that are all refused at the first check, or all harmless, would test nothing.
        Assert.InRange(ran, refused / 10, 10 * refused);
    }

    [Fact]
    public void Every_spoilt_model_is_compiled_or_refused()
    {
        int compiled = 0, refused = 0;
        IReadOnlyList<OperatorModel> models = OperatorModel.All();
        for (int number = 0; number < SpoiltModels; number++)
        {
            OperatorModel model = OperatorModel.All()[number % models.Count];
            OperatorMutator.Spoil(model, new SplitMix64(Seed + ((ulong)number * 0xD1342543DE82EF95)));
            byte[] file = model.Write();
            try
            {
                PlanCompiler.Compile(TfliteModel.Parse(file, "spoilt"), new PlanOptions { ModelId = "spoilt" });
                compiled++;
            }
            catch (ReferenceException)
            {
                refused++;
            }
            catch (Exception broken)
            {
                Assert.Fail($"mutant {number} ({model.Code}), seed {Seed}: {broken}");
            }
        }

        Assert.InRange(compiled, refused / 100, refused);
    }

    private static PlanImage? TryRead(byte[] mutant, string replay)
    {
        try
        {
            return PlanImage.Read(mutant, "mutant");
        }
        catch (PlanFormatException)
        {
            return null;
        }
        catch (Exception broken)
        {
            Assert.Fail($"{replay}: {broken}");
            return null;
        }
    }

    private static void Run(byte[] mutant, PlanImage image, string replay)
    {
        var exception = Record.Exception(() =>
        {
            var machine = new PlanMachine(mutant);
            machine.Load(new byte[image.DataBytes]);
            machine.Run();
        });
        Assert.True(exception is null, $"{replay}: {exception}");
    }

    // One case of each operation that is small enough to run thousands of times.
    private static byte[][] Originals() =>
    [
        .. VectorSuite.Open(ShippedVectors.Folder).Cases
            .Where(vectorCase => vectorCase.Output.Type == TensorType.Int8 && vectorCase.Output.Shape.ElementCount is > 1 and < 2_000)
            .GroupBy(vectorCase => vectorCase.Operation, StringComparer.Ordinal)
            .Select(cases => cases.Select(TryCompile).FirstOrDefault(plan => plan is not null))
            .OfType<byte[]>(),
    ];

    private static byte[]? TryCompile(VectorCase vectorCase)
    {
        try
        {
            return PlanCompiler.Compile(vectorCase).Plan.ToArray();
        }
        catch (UnsupportedVectorException)
        {
            return null;
        }
    }

    private static byte[] Mutate(byte[] plan, SplitMix64 random)
    {
        int structure = (int)new PageReader(plan).UInt32(80);
        int changes = 1 + random.Below(3);
        for (int change = 0; change < changes; change++)
        {
            int at = random.Below(8) == 0 ? random.Below(plan.Length) : random.Below(structure);
            Span<byte> word = plan.AsSpan(Math.Min(at & ~3, plan.Length - 4), 4);
            switch (random.Below(5))
            {
                case 0:
                    plan[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 1:
                    plan[at] = (byte)random.Next();
                    break;
                case 2:
                    BinaryPrimitives.WriteInt32LittleEndian(word, random.Below(4) switch { 0 => -1, 1 => int.MaxValue, 2 => int.MinValue, _ => 1 << random.Below(31) });
                    break;
                case 3:
                    BinaryPrimitives.WriteInt32LittleEndian(word, BinaryPrimitives.ReadInt32LittleEndian(word) + random.Below(5) - 2);
                    break;
                default:
                    plan.AsSpan(random.Below(structure - 4) & ~3, 4).CopyTo(word);
                    break;
            }
        }

        if (random.Below(20) == 0)
            return plan[..random.Below(plan.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(plan.AsSpan(12), Crc32.Compute(plan.AsSpan(16)));
        return plan;
    }
}
