using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Results.Pages;

/// <summary>A headless browser without a network, driven over its DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _profile;
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private int _lastId;

    private Chromium(TemporaryFolder profile, Process process)
    {
        _profile = profile;
        _process = process;
    }

    /// <summary>What the pages complained about: exceptions, console errors, requests that failed or left the disk.</summary>
    public IEnumerable<string> Complaints => _events.Where(IsComplaint).Select(message => message.ToJsonString());

    /// <summary>Starts the browser; skips the test where there is none.</summary>
    public static async Task<Chromium> StartAsync()
    {
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }, Path.Combine).FirstOrDefault(File.Exists);
        if (program is null)
            Requirement.Missing("chromium", "There is no chromium on the PATH; eng/install-tools installs it.");
        var profile = new TemporaryFolder();
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank",
        ];
        var start = new ProcessStartInfo(program!, arguments) { RedirectStandardError = true, UseShellExecute = false };
        var browser = new Chromium(profile, Process.Start(start)!);
        try
        {
            await browser.ConnectAsync();
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }

        return browser;
    }

    /// <summary>Opens a page in a window of so many pixels, and waits until it has loaded.</summary>
    public async Task OpenAsync(string path, int width, bool dark = false)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        string scheme = dark ? "dark" : "light";
        await SendAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
        });
        int before = _events.Count;
        await SendAsync("Page.navigate", new JsonObject { ["url"] = new Uri(path).AbsoluteUri });
        await WaitAsync("Page.loadEventFired", before);
    }

    /// <summary>Waits until the browser has said something of a name since a number of messages.</summary>
    public async Task WaitAsync(string method, int before)
    {
        while (!_events.Skip(before).Any(message => (string?)message["method"] == method))
            await ReceiveAsync();
    }

    /// <summary>The number of messages so far, for <see cref="WaitAsync"/>.</summary>
    public int Messages => _events.Count;

    /// <summary>Presses a key, as a user would.</summary>
    public async Task PressAsync(string key, string? text = null)
    {
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyDown", ["key"] = key, ["text"] = text ?? "", ["windowsVirtualKeyCode"] = key == "Enter" ? 13 : 0 });
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key });
    }

    /// <summary>Types text into what has the focus.</summary>
    public async Task TypeAsync(string text) => await SendAsync("Input.insertText", new JsonObject { ["text"] = text });

    /// <summary>Moves the pointer to the middle of an element.</summary>
    public async Task PointAtAsync(string expression)
    {
        JsonNode? box = await EvaluateAsync(
            $"(e => {{ e.scrollIntoView({{block: 'center'}}); const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }})({expression})");
        await SendAsync("Input.dispatchMouseEvent", new JsonObject { ["type"] = "mouseMoved", ["x"] = (double)box![0]!, ["y"] = (double)box[1]! });
    }

    /// <summary>The value of an expression in the page; a promise is awaited.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode answer = await SendAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"];
    }

    /// <summary>A picture of the window, for a person to look at.</summary>
    public async Task CaptureAsync(string path)
    {
        JsonNode answer = await SendAsync("Page.captureScreenshot", []);
        await File.WriteAllBytesAsync(path, Convert.FromBase64String((string)answer["data"]!));
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A child that ends a little later may still write into its profile; the system clears the folder.
        }
    }

    private async Task ConnectAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        const string announcement = "DevTools listening on ";
        string? line = "";
        while (line is not null && !line.StartsWith(announcement, StringComparison.Ordinal))
            line = await _process.StandardError.ReadLineAsync(patience.Token);
        Assert.NotNull(line);
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        var browser = new Uri(line[announcement.Length..]);
        using var client = new HttpClient();
        string pages = await client.GetStringAsync(new Uri($"http://{browser.Authority}/json/list"), patience.Token);
        JsonNode page = JsonNode.Parse(pages)!.AsArray().First(target => (string?)target!["type"] == "page")!;
        await _socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), patience.Token);
        foreach (string domain in (string[])["Page", "Runtime", "Log", "Network"])
            await SendAsync($"{domain}.enable", []);
        await SendAsync("Network.emulateNetworkConditions", new JsonObject { ["offline"] = true, ["latency"] = 0, ["downloadThroughput"] = 0, ["uploadThroughput"] = 0 });
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        int id = ++_lastId;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            JsonNode message = await ReceiveAsync();
            if ((int?)message["id"] != id)
                continue;
            Assert.True(message["error"] is null, $"{method}: {message.ToJsonString()}");
            return message["result"]!;
        }
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var content = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            content.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        JsonNode message = JsonNode.Parse(content.ToArray())!;
        if (message["id"] is null)
            _events.Add(message);
        return message;
    }

    private static bool IsComplaint(JsonNode message) => (string?)message["method"] switch
    {
        "Runtime.exceptionThrown" or "Network.loadingFailed" => true,
        "Runtime.consoleAPICalled" => (string?)message["params"]!["type"] is "error" or "assert",
        "Log.entryAdded" => (string?)message["params"]!["entry"]!["level"] == "error",
        "Network.requestWillBeSent" => (string?)message["params"]!["request"]!["url"] is { } url
            && !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal),
        _ => false,
    };
}
