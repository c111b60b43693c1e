using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Results.Records;

/// <summary>Records for tests: one with every member set, and one with as few as may be.</summary>
internal static class SampleRecords
{
    public static RunRecord Full { get; } = new()
    {
        SuiteVersion = "0.1",
        Task = "kws01",
        Mode = RunMode.Accuracy,
        Target = "host",
        Kind = RunKind.Measured,
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        ToolVersion = "0.1.0",
        Git = new GitState { Commit = "b80c4f8", Dirty = true },
        Machine = new MachineDescription { Os = "Linux 6.1 \"µ\"", Cpu = "Some CPU @ 2.10GHz", Cores = 2, Runtime = ".NET 10.0.1" },
        Model = new ModelRecord { File = "kws_ref_model.tflite", Sha256 = "aeea436800704fce17b17292e4412630ad856e9d777c044c64ef748a880bd0ae" },
        Data = new DataRecord
        {
            Name = "official-1000",
            Official = true,
            Sha256 = "6cb3709762d53fe64eb00eaf4a75796248bb3c1386f1d1f93ccdb07b071e9698",
            Samples = 1000,
        },
        Dialect = "float32",
        Quality = new QualityRecord { Samples = 1000, Correct = 902, Accuracy = 0.902, WilsonLow = 0.88, WilsonHigh = 0.9188, AnswersSha256 = new string('c', 64) },
        Performance = new PerformanceRecord
        {
            Windows =
            [
                new WindowRecord { Input = "tst_000000_Stop_7.bin", Inferences = 5000, Seconds = 10.25, LatencyMicroseconds = 2050 },
                new WindowRecord { Input = "tst_000200_Go_1.bin", Inferences = 5000, Seconds = 10.0000001, LatencyMicroseconds = 2000.00002 },
            ],
            MedianLatencyMicroseconds = 2025.00001,
            Quick = false,
            RuleMet = true,
        },
        Instructions = new InstructionRecord
        {
            Inputs = [new InputInstructionsRecord { Input = "tst_000000_Stop_7.bin", Instructions = 15_000_001 }],
            MedianInstructions = 15_000_001,
        },
        Conformance = new ConformanceRecord { Inputs = 1, Operators = 13, Equal = 12, FirstDifference = "tst_000000_Stop_7.bin: operator 0" },
        Memory = new MemoryRecord
        {
            ModelBytes = 53936,
            ArenaBytes = 16000,
            Plan =
            [
                new BufferRecord { Name = "input_1", Offset = 8000, Bytes = 490, First = -1, Last = 0 },
                new BufferRecord { Name = "conv2d/Relu;\"x\"", Offset = 0, Bytes = 8000, First = 0, Last = 1 },
            ],
        },
        Operators =
        [
            new OperatorRecord { Name = "CONV_2D", MultiplyAccumulates = 320000, Microseconds = 1500.5, Instructions = 900000 },
            new OperatorRecord { Name = "RESHAPE" },
        ],
        Comparison = new ComparisonRecord { Reference = "double-rounding", DifferingInputs = 364, TopOneChanges = 7 },
        Audit = new AuditRecord
        {
            Dialect = "single-rounding",
            Nearest = "single-rounding",
            Softmax = "fixed-point",
            EquallyExact = ["half-up"],
            Samples = 1000,
            Matching = 1000,
            LargestDifference = 0,
            TopOneChanges = 0,
            Printing = "cut",
        },
    };

    public static RunRecord Least { get; } = Full with
    {
        Task = "ad01",
        Git = null,
        Dialect = null,
        Quality = new QualityRecord { Samples = 1, Auc = 0.5, PartialAuc = 1.0 / 3, MeanScore = 10.264468 },
        Performance = null,
        Instructions = null,
        Conformance = null,
        Memory = null,
        Operators = null,
        Comparison = null,
        Audit = null,
    };
}
