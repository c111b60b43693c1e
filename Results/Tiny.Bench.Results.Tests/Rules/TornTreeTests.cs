using Tiny.Bench.Results.Rules.Trees;

namespace Tiny.Bench.Results.Rules;

/// <summary>Whatever a tree holds, the check ends and says what it found.</summary>
public class TornTreeTests
{
    private const int Trees = 400;

    [Fact]
    public void A_torn_tree_never_throws()
    {
        int broken = 0;
        for (int seed = 0; seed < Trees; seed++)
        {
            SubmissionTree tree = Tear(new Random(seed));
            try
            {
                broken += RuleCheck.Of(tree).Violations.Count > 0 ? 1 : 0;
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"seed {seed}: {problem.Message}", problem);
            }
        }

        // Nearly every fault is one that a rule sees; without this the test would hold for a check that looks at nothing.
        Assert.InRange(broken, Trees / 2, Trees);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        var file = new TreeEntry("closed/Acme/results/B/kws/performance/results.txt", EntryKind.File, 10, () => throw new IOException("the disk is gone"));
        TreeEntry[] entries = [file, .. Folders("closed/Acme/results/B/kws/performance")];
        Assert.Contains(RuleCheck.Of(SubmissionTree.Of(entries)).Violations, violation => violation.Id == "TB0146" && violation.Text.Contains("the disk is gone", StringComparison.Ordinal));
    }

    private static SubmissionTree Tear(Random random)
    {
        var good = new GoodSubmission();
        string[] paths = [.. good.Files.Keys];
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            string path = paths[random.Next(paths.Length)];
            if (!good.Files.TryGetValue(path, out byte[]? content))
                continue;
            switch (random.Next(6))
            {
                case 0:
                    good.Set(path, content[..random.Next(content.Length)]);
                    break;
                case 1:
                    byte[] noisy = [.. content];
                    for (int count = 0; count < 20; count++)
                        noisy[random.Next(noisy.Length)] = (byte)random.Next(256);
                    good.Set(path, noisy);
                    break;
                case 2:
                    good.Remove(path);
                    break;
                case 3:
                    string[] parts = path.Split('/');
                    parts[random.Next(parts.Length)] = new[] { "", "results", "ad", "power", "accuracy", "systems", "%%", "a__b" }[random.Next(8)];
                    good.Remove(path).Set("closed" + string.Join('/', parts), content);
                    break;
                case 4:
                    int cut = random.Next(content.Length);
                    good.Set(path, [.. content[cut..], .. content[..cut]]);
                    break;
                default:
                    good.Set(path, System.Text.Encoding.UTF8.GetString(content).Replace("1", random.Next(2) == 0 ? "99999999999999999999" : "-", StringComparison.Ordinal));
                    break;
            }
        }

        return good.Tree;
    }

    private static IEnumerable<TreeEntry> Folders(string path)
    {
        for (; path.Length > 0; path = TreeEntry.OfFolder(path).Folder)
            yield return TreeEntry.OfFolder(path);
    }
}
