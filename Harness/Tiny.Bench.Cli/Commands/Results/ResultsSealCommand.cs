using System.CommandLine;
using System.Security.Cryptography;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Commands.Results;

/// <summary><c>tinybench results seal RECORD... --key FILE [--new-key] [--evidence FILE]...</c>.</summary>
internal static class ResultsSealCommand
{
    public static Command Create()
    {
        var records = new Argument<string[]>("RECORD") { Description = "Files of records; each gets a seal beside it, once.", Arity = ArgumentArity.OneOrMore };
        Option<string?> keyFile = CommonOptions.Path("--key", "The private key: a PEM file with an unencrypted P-256 key.", "FILE");
        keyFile.Required = true;
        var newKey = new Option<bool>("--new-key") { Description = "Make the key first; its public part goes beside it as NAME.pub.pem, for those who check. Never overwrites." };
        var evidence = new Option<string[]>("--evidence") { Description = "A transcript, log or trace of the record, in its folder or below; may be repeated.", HelpName = "FILE" };
        var command = new Command(
            "seal", "Sign records with their evidence and the digests of model, list and firmware, so that results check can name what was altered.")
        {
            records, keyFile, newKey, evidence,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(records) is { Length: > 1 } && result.GetValue(evidence) is { Length: > 0 })
                result.AddError("--evidence belongs to one record; seal the records one by one.");
        });
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(keyFile)!;
            if (parsed.GetValue(newKey))
                SealKey.Create(path);
            using ECDsa key = SealKey.ReadPrivate(path);
            foreach (string record in parsed.GetRequiredValue(records))
                parsed.InvocationConfiguration.Output.WriteLine(RecordSeal.Seal(record, key, parsed.GetValue(evidence) ?? []));
            return ExitCode.Good;
        });
        return command;
    }
}
