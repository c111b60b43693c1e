# Prints, for each edit that the fault NAME makes in a C source, a line "FILE" and writes the edited copy to OUT/FILE.
#   awk -v name=NAME -v out=DIR -f faults.awk ../../Reference/Faults/*.faults      (from the Makefile's folder)
# The format: Reference/docs/faults.md and FaultReader.cs. Texts are taken literally. An old text that a file does not hold exactly once,
# a name that is not there, and a fault without C end with exit code 1 and the reason.

function fail(reason)
{
    print "fault " name ": " reason > "/dev/stderr"
    failed = 1
    exit 1
}

function occurrences(text, wanted,    count, at)
{
    while ((at = index(text, wanted)) > 0) {
        count++
        text = substr(text, at + 1)
    }
    return count + 0
}

function load(file,    line, text)
{
    while ((status = (getline line < file)) > 0)
        text = text line "\n"
    close(file)
    if (status < 0)
        fail("cannot read " file)
    return text
}

function edit(file, old, new,    at)
{
    if (!(file in content)) {
        content[file] = original[file] = load(file)
        order[++files] = file
    }
    if (occurrences(original[file], old) != 1)
        fail("'" old "' is " occurrences(original[file], old) " times in " file "; expected once")
    at = index(content[file], old)
    content[file] = substr(content[file], 1, at - 1) new substr(content[file], at + length(old))
}

{ sub(/\r$/, "") }
/^#/ { next }
/^$/ || FNR == 1 { isFault = 0 }
/^name: / { isFault = substr($0, 7) == name; known += isFault }
!isFault { next }
/^cs: / { file = "" }
/^c: / { file = substr($0, 4) }
/^- / && file != "" { old = substr($0, 3) }
/^[+] / && file != "" { edit(file, old, substr($0, 3)) }

END {
    if (failed)
        exit 1
    if (!known)
        fail("is not in Reference/Faults")
    if (!files)
        fail("has no edits of C sources")
    for (i = 1; i <= files; i++) {
        printf "%s", content[order[i]] > (out "/" order[i])
        print order[i]
    }
}
