# Prints, for each edit that the fault NAME makes in a C source, a line "FILE" and writes the edited copy to OUT/FILE.
#   awk -v name=NAME -v out=DIR -f faults.awk ../../Reference/Faults/*.faults      (from the Makefile's folder)
# The format: FaultReader.cs in Reference/Tiny.Bench.Reference.Faults.Rewriting. Texts are taken literally. An old text that a file does not hold exactly once,
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
    # A mark stands for the new text until all edits are placed, for another edit may look for what this one writes.
    replacement[++edits] = new
    content[file] = replace(content[file], old, mark(edits))
}

function mark(number)
{
    return "\001" number "\002"
}

function replace(text, old, new,    at)
{
    at = index(text, old)
    if (at == 0)
        fail("'" old "' overlaps another edit")
    return substr(text, 1, at - 1) new substr(text, at + length(old))
}

{ sub(/[ \t\r]+$/, "") }
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
        for (edit_number = 1; edit_number <= edits; edit_number++) {
            if (index(content[order[i]], mark(edit_number)))
                content[order[i]] = replace(content[order[i]], mark(edit_number), replacement[edit_number])
        }
        printf "%s", content[order[i]] > (out "/" order[i])
        print order[i]
    }
}
