using Tiny.Bench.Core.Systems;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Leaderboards;

/// <summary>Many records that differ in everything a board looks at: tasks, kinds, rounds, systems, supplies, faults and ties.</summary>
internal static class SyntheticRecords
{
    private static readonly string[] Tasks = ["ad01", "ic01", "kws01", "vww01"];

    public static IEnumerable<StoredRecord> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (int index = 0; index < count; index++)
        {
            string task = Tasks[random.Next(Tasks.Length)];
            StoredRecord record = TestRecord.Published($"system{random.Next(count / 5 + 1)}", $"v1.{random.Next(5)}", task, name: $"{index:D6}.json");
            double latency = 1000 + random.Next(100_000);
            record = record.Latency([.. Enumerable.Range(0, 5).Select(_ => latency + random.Next(20))]);
            if (random.Next(2) == 0)
                record = record.Energy(10 + random.Next(5000), random.Next(3) == 0 ? 3.0 : 1.8, random.Next(5) == 0 ? null : "lpm01a");
            if (random.Next(10) > 0)
                record = task == "ad01" ? record.Auc(0.8 + (random.Next(20) / 100.0)) : record.Top1(0.8 + (random.Next(200) / 1000.0), 1000);
            if (random.Next(20) == 0)
                record = record.With(r => r with { Performance = r.Performance! with { Quick = true } });
            if (random.Next(4) == 0)
                record = record.With(r => r with { Kind = RunKind.Measured, Submission = null, System = new SystemRecord { Board = r.Submission!.System } });
            yield return record;
        }
    }
}
