using System.CommandLine;
using System.Reflection;
using Tiny.Bench.Cli.Output;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Exhaustive;
using Tiny.Bench.Reference.Exhaustive.Certificates;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands;

/// <summary><c>tinybench conformance requantization</c>: where two dialects differ, over every accumulator.</summary>
internal sealed class RequantizationCommand
{
    private readonly Option<string[]> _pairs = new("--pair") { Description = "Two dialects. Default: every pair.", HelpName = "A,B" };
    private readonly Option<int?> _multiplier = new("--multiplier") { Description = "A factor's multiplier, Q0.31: all 2^32 accumulators are compared.", HelpName = "M" };
    private readonly Option<int?> _shift = new("--shift") { Description = "The factor's shift; positive shifts left.", HelpName = "S" };
    private readonly Option<string[]> _models = new("--model") { Description = "A .tflite file: every factor in it, over the accumulators that its weights allow.", HelpName = "FILE" };
    private readonly Option<bool> _clamped = new("--clamped") { Description = "Compare output codes: after zero point (0 with --multiplier) and clamp to int8." };
    private readonly Option<string?> _out = CommonOptions.Path("--out", "Where the certificates of --model are written, one file per pair.");
    private readonly Option<string[]> _check = new("--check") { Description = "Count again what a certificate says; with --model also that it names all of the model's factors.", HelpName = "FILE" };
    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Create()
    {
        var requantization = new RequantizationCommand();
        var command = new Command("requantization", "Compare two dialects over every accumulator, and certify how many differ.")
        {
            requantization._pairs, requantization._multiplier, requantization._shift, requantization._models,
            requantization._clamped, requantization._out, requantization._check, requantization._json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => requantization.Execute(parsed, cancellation), cancellation));
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        TfliteModel[] models = [.. (parsed.GetValue(_models) ?? []).Select(ModelCommand.Read)];
        if (parsed.GetValue(_check) is { Length: > 0 } certificates)
            return Check(parsed, certificates, models, cancellation);

        DialectPair[] pairs = [.. (parsed.GetValue(_pairs) ?? []).Select(PairOf)];
        if (pairs.Length == 0)
            pairs = [.. DialectPair.All];
        var scale = (parsed.GetValue(_multiplier), parsed.GetValue(_shift));
        switch (scale, models.Length)
        {
            case ((int multiplier, int shift), 0) when parsed.GetValue(_out) is null:
                Compare(parsed, pairs, new QuantizedMultiplier(multiplier, shift), cancellation);
                return ExitCode.Good;
            case ((null, null), > 0):
                Certify(parsed, pairs, models, cancellation);
                return ExitCode.Good;
            default:
                throw new RequestException("give --multiplier with --shift, or --model FILE (with --out DIR to keep the certificates), or --check FILE");
        }
    }

    private void Compare(ParseResult parsed, DialectPair[] pairs, QuantizedMultiplier scale, CancellationToken cancellation)
    {
        if (scale is not { Multiplier: 0 or >= 1 << 30, Shift: >= -31 and <= QuantizedMultiplier.MaximumShift })
            throw new RequestException($"--multiplier {scale.Multiplier} --shift {scale.Shift} is no factor; expected 0, or 2^30 to 2^31 - 1, and -31 to 30");
        OutputClamp? clamp = parsed.GetValue(_clamped) ? new OutputClamp(0, sbyte.MinValue, sbyte.MaxValue) : null;
        var found = new List<RequantizationComparison>();
        foreach (DialectPair pair in pairs)
        {
            using ProgressLine progress = new ProgressDisplay(parsed.InvocationConfiguration.Error).Begin($"{pair.Name}, blocks of accumulators");
            found.Add(RequantizationComparer.Compare(new RequantizationQuestion(pair, scale, AccumulatorRange.All, clamp), progress, cancellation));
        }

        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, new { Comparisons = found.Select(RequantizationJson.Of) });
        else
            RequantizationText.Write(output, found);
    }

    private void Certify(ParseResult parsed, DialectPair[] pairs, TfliteModel[] models, CancellationToken cancellation)
    {
        string? folder = parsed.GetValue(_out);
        if (folder is not null)
            Directory.CreateDirectory(folder);
        var certificates = new List<RequantizationCertificate>();
        foreach (DialectPair pair in pairs)
        {
            RequantizationCertificate certificate = Certify(parsed, pair, models, cancellation);
            certificates.Add(certificate);
            if (folder is not null)
                File.WriteAllBytes(Path.Combine(folder, $"{certificate.First}.{certificate.Second}.json"), CertificateJson.Write(certificate));
        }

        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, new { Certificates = certificates });
        else
            RequantizationText.Write(output, certificates);
    }

    private RequantizationCertificate Certify(ParseResult parsed, DialectPair pair, TfliteModel[] models, CancellationToken cancellation)
    {
        bool clamped = parsed.GetValue(_clamped);
        var maker = new CertificateMaker(pair, clamped);
        var certified = new List<CertifiedModel>();
        foreach (TfliteModel model in models)
        {
            using ProgressLine progress = new ProgressDisplay(parsed.InvocationConfiguration.Error).Begin($"{pair.Name}, operators of {PlainText.Line(model.Source)}");
            certified.Add(maker.Certify(model, progress, cancellation));
        }

        string informational = typeof(RequantizationCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return new RequantizationCertificate
        {
            Schema = RequantizationCertificate.CurrentSchema,
            ToolVersion = GitState.FromInformationalVersion(informational).Version,
            First = pair.First.Name(),
            Second = pair.Second.Name(),
            Clamped = clamped,
            Models = certified,
        };
    }

    private int Check(ParseResult parsed, string[] paths, TfliteModel[] models, CancellationToken cancellation)
    {
        if (parsed.GetValue(_multiplier) is not null || parsed.GetValue(_shift) is not null || parsed.GetValue(_out) is not null || parsed.GetValue(_clamped))
            throw new RequestException("--check takes dialects and factors from the certificate: only --model and --json go with it");
        var byHash = models.DistinctBy(model => model.Sha256, StringComparer.Ordinal).ToDictionary(model => model.Sha256, StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (string path in paths)
        {
            string name = Path.GetFileName(path);
            RequantizationCertificate certificate = CertificateJson.Read(name, File.ReadAllBytes(path));
            problems.AddRange(CertificateCheck.Run(name, certificate, byHash, cancellation).Select(problem => $"{name}: {problem}"));
        }

        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, new { Checked = paths.Length, Problems = problems });
        else
            output.WriteLine(PlainText.Lines(problems.Count == 0 ? $"{paths.Length} certificates hold" : string.Join('\n', problems)));
        return problems.Count == 0 ? ExitCode.Good : ExitCode.BadVerdict;
    }

    private static DialectPair PairOf(string name) => DialectPair.TryParse(name, out DialectPair pair)
        ? pair
        : throw new RequestException($"--pair {name} is no pair; expected two different dialects of {string.Join(", ", Dialects.All.Select(Dialects.Name))} with a comma between them");
}
