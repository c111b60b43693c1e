using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Tiny.Bench.Reference.Benchmarks;

// speed PATH [SECONDS]   measures every model at hand and writes the page
// --dry ...              runs every benchmark once, to see that it runs
// ...                    BenchmarkDotNet's own options: --filter '*Model*', --list flat
if (args is ["speed", var path, .. var rest])
    return SpeedPage.Write(path, rest is [var seconds] ? seconds : "3");

bool dry = args.Contains("--dry", StringComparer.Ordinal);
string[] options = [.. args.Where(argument => argument != "--dry")];
Summary[] summaries = [.. BenchmarkSwitcher
    .FromTypes([typeof(ModelBenchmarks), typeof(OperatorBenchmarks)])
    .Run(options.Length == 0 ? ["--filter", "*"] : options, BenchmarkConfig.Create(dry ? Job.Dry : Job.Default))];
bool isListing = options.Contains("--list", StringComparer.Ordinal);
bool haveRun = summaries.Any(summary => summary.Reports.Length > 0);
return (haveRun || isListing) && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
