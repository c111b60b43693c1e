using System.Text.Json.Nodes;
using Tiny.Bench.Results.Charts;
using Tiny.Bench.Results.Leaderboards;
using Tiny.Bench.Results.Records;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Pages;

/// <summary>The site in a real browser, from the disk, with the network off.</summary>
public sealed class BrowserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Sorts_filters_and_follows_evidence_by_keyboard()
    {
        await using Chromium browser = await OpenIndexAsync();
        await browser.EvaluateAsync("document.querySelectorAll('#results thead button')[5].focus()");
        await browser.PressAsync("Enter", "\r");
        Assert.Equal("ascending", (string?)await browser.EvaluateAsync("document.querySelectorAll('#results thead th')[5].ariaSort"));
        double[] latencies = await LatenciesAsync(browser);
        Assert.Equal(365, latencies.Length);
        Assert.Equal(latencies.Order(), latencies);
        await browser.PressAsync("Enter", "\r");
        Assert.Equal(latencies.OrderDescending(), await LatenciesAsync(browser));

        await browser.EvaluateAsync("document.activeElement.blur()");
        await browser.PressAsync("/", "/");
        Assert.Equal("search", (string?)await browser.EvaluateAsync("document.activeElement.id"));
        await browser.TypeAsync("plumerai kws01");
        int shown = (int)(await browser.EvaluateAsync("[...document.querySelectorAll('#results tbody tr')].filter(row => !row.hidden).length"))!;
        Assert.InRange(shown, 1, 40);
        Assert.Equal($"{shown} of 365 rows", (string?)await browser.EvaluateAsync("document.getElementById('count').textContent"));
        Assert.True((bool)(await browser.EvaluateAsync("[...document.querySelectorAll('#results tbody tr')].every(row => row.hidden !== (row.textContent.includes('plumerai') && row.textContent.includes('kws01')))"))!);
        await browser.PressAsync("Escape");
        Assert.Equal("365 of 365 rows", (string?)await browser.EvaluateAsync("document.getElementById('count').textContent"));

        await browser.EvaluateAsync("(s => { s.value = 'sww01'; s.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('select[data-column=\"2\"]'))");
        Assert.Equal("9 of 365 rows", (string?)await browser.EvaluateAsync("document.getElementById('count').textContent"));

        string link = (string)(await browser.EvaluateAsync("(a => { a.focus(); return a.href; })(document.querySelector('#results tbody tr:not([hidden]) td.n a'))"))!;
        int before = browser.Messages;
        await browser.PressAsync("Enter", "\r");
        await browser.WaitAsync("Page.loadEventFired", before);
        Assert.Equal(link, (string?)await browser.EvaluateAsync("location.href"));
        Assert.Equal("sww01", (string?)JsonNode.Parse((string)(await browser.EvaluateAsync("document.body.innerText"))!)!["task"]);
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task Shows_the_value_of_a_mark_under_the_pointer()
    {
        await using Chromium browser = await OpenIndexAsync();
        await browser.OpenAsync(_folder["tasks/kws01.html"], 1440);
        Assert.True((bool)(await browser.EvaluateAsync("document.getElementById('tip').hidden"))!);
        await browser.PointAtAsync("document.querySelector('rect.mark')");
        string title = (string)(await browser.EvaluateAsync("document.querySelector('rect.mark title').textContent"))!;
        Assert.Contains("0.0650 (Latency, ms", title, StringComparison.Ordinal);
        Assert.Equal(title, (string?)await browser.EvaluateAsync("document.querySelector('#tip:not([hidden])').textContent"));
        await browser.PointAtAsync("document.querySelector('h1')");
        Assert.True((bool)(await browser.EvaluateAsync("document.getElementById('tip').hidden"))!);
        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task No_page_is_wider_than_the_window_and_no_label_touches_another()
    {
        const string overlaps = """
            [...document.querySelectorAll('svg')].flatMap(svg => {
              const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()]);
              return boxes.flatMap(([a, p], i) => boxes.slice(0, i).filter(([, q]) =>
                p.x < q.x + q.width && q.x < p.x + p.width && p.y + 2 < q.y + q.height && q.y + 2 < p.y + p.height).map(([b]) => a + ' / ' + b));
            })
            """;
        await using Chromium browser = await OpenIndexAsync();
        foreach (string page in SomePages())
        {
            foreach (int width in (int[])[360, 768, 1440])
            {
                await browser.OpenAsync(page, width);
                int wide = (int)(await browser.EvaluateAsync("document.documentElement.scrollWidth"))!;
                Assert.True(wide <= width, $"{page} is {wide} pixels wide in a window of {width}");
                Assert.Equal("[]", (await browser.EvaluateAsync(overlaps))!.ToJsonString());
            }
        }

        Assert.Empty(browser.Complaints);
    }

    [SkippableFact]
    public async Task Axe_finds_nothing_serious_in_light_and_dark()
    {
        string script = await File.ReadAllTextAsync(AxeScript());
        await using Chromium browser = await OpenIndexAsync();
        foreach (string page in SomePages())
        {
            foreach (bool dark in (bool[])[false, true])
            {
                await browser.OpenAsync(page, 1440, dark);
                await browser.EvaluateAsync(script + ";0");
                JsonNode? found = await browser.EvaluateAsync(
                    "axe.run().then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes[0].html))");
                Assert.True(found!.AsArray().Count == 0, $"{page}, dark {dark}: {found.ToJsonString()}");
            }
        }
    }

    [SkippableFact]
    public async Task A_broken_page_is_noticed()
    {
        await using Chromium browser = await Chromium.StartAsync();
        string page = _folder.Write("broken.html", "<!doctype html><title>t</title><div style=width:2000px>x</div><img src=http://example.org/x.png><script>throw 1</script>");
        await browser.OpenAsync(page, 360);
        Assert.True((int)(await browser.EvaluateAsync("document.documentElement.scrollWidth"))! > 360);
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("exceptionThrown", StringComparison.Ordinal));
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("example.org", StringComparison.Ordinal));
    }

    // Those with most in them: the index, every task, the systems with most results, and the sample charts on a page of their own.
    private IEnumerable<string> SomePages() =>
    [
        _folder["index.html"],
        .. Directory.GetFiles(_folder["tasks"]).Order(StringComparer.Ordinal),
        .. Directory.GetFiles(_folder["systems"]).OrderByDescending(path => new FileInfo(path).Length).ThenBy(path => path, StringComparer.Ordinal).Take(2),
        _folder["charts.html"],
    ];

    private static async Task<double[]> LatenciesAsync(Chromium browser) =>
        [.. (await browser.EvaluateAsync("[...document.querySelectorAll('#results tbody tr')].map(row => Number(row.cells[5].dataset.v))"))!.AsArray().Select(value => (double)value!)];

    private async Task<Chromium> OpenIndexAsync()
    {
        IReadOnlyList<StoredRecord> records = PublishedRecords.Read();
        PageWriter.Write(_folder.Path, records, LeaderboardBuilder.Build(records), [new PageProblem("v0.5/log.txt, line 3", "is no result")]);
        PageFrame.Write(_folder["charts.html"], "", "Charts", html =>
        {
            foreach (Chart chart in SampleCharts.All.Values)
                PageFrame.Figure(html, chart);
        });
        Chromium browser = await Chromium.StartAsync();
        await browser.OpenAsync(_folder["index.html"], 1440);
        return browser;
    }

    private static string AxeScript()
    {
        string folder = Environment.GetEnvironmentVariable("TINYBENCH_AXE") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "tinybench", "npm");
        string script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
            Requirement.Missing("axe-core", $"There is no {script}; eng/install-tools installs it.");
        return script;
    }
}
