using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Rules;

public class RulePageTests
{
    // To write the page anew: TINYBENCH_APPROVE=1 dotnet test --filter RulePageTests, then read the difference.
    [SkippableFact]
    public void The_page_says_what_the_classes_say()
    {
        string path = Path.Combine(Repository.Root, "Results", "docs", "rules.md");
        string page = RulePage.Write(RuleBook.All);
        if (Environment.GetEnvironmentVariable("TINYBENCH_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path));
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_that_its_class_is_named_for()
    {
        Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RuleBook.All, rule => Assert.StartsWith(rule.Id, rule.GetType().Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_class_is_in_the_book()
    {
        IEnumerable<Type> classes = typeof(IRule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRule)));
        Assert.Empty(classes.Except(RuleBook.All.Select(rule => rule.GetType())));
    }

    [Fact]
    public void Every_rule_has_a_source_and_both_examples() => Assert.All(RuleBook.All, rule =>
    {
        Assert.NotEmpty(rule.Source);
        Assert.NotEqual(rule.Passing, rule.Failing, StringComparer.Ordinal);
    });
}
