using System.Text.Json.Nodes;
using Tiny.Bench.Results.Rules.Trees;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Leaderboards;

public class QualityTargetTests
{
    [SkippableFact]
    public void The_targets_are_those_of_the_suite()
    {
        JsonObject tasks = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "suite.json")))!["tasks"]!.AsObject();
        foreach ((string id, JsonNode? task) in tasks)
        {
            QualityTarget target = QualityTarget.Of(id)!;
            Assert.Equal(((string?)task!["metric"], (double?)task["target"]), (target.Figure == QualityFigure.Auc ? "auc" : "top1", target.Least));
        }

        Assert.Contains("kws01", tasks.Select(task => task.Key), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ad", 0.85)]
    [InlineData("ic", 85.0)]
    [InlineData("ic2", 91.0)]
    [InlineData("kws", 90.0)]
    [InlineData("vww", 80.0)]
    [InlineData("sww", null)]
    public void Folders_have_the_targets_in_the_units_of_their_logs(string name, double? target) => Assert.Equal(target, TaskFolder.Find(name)!.Target);

    [Fact]
    public void Every_folder_has_a_target_and_every_target_a_folder() =>
        Assert.Equal(TaskFolder.All.Select(folder => folder.Id).Order(StringComparer.Ordinal).ToArray(), QualityTarget.Tasks.Order(StringComparer.Ordinal).ToArray());
}
