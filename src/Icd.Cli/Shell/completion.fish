# fish completion for icd. It asks icd itself, so it knows what this version has.
function __icd_complete
    set -l token (commandline -ct)
    set -l head (string match -r '^[^=]*=' -- $token)
    set -l tail (string replace -r '^[^=]*=' '' -- $token)
    for candidate in (icd complete (commandline -cp | string collect) 2>/dev/null)
        switch $candidate
            case :files
                __fish_complete_path $tail | string replace -r -- '^' "$head"
            case :folders
                __fish_complete_directories $tail '' | string replace -r -- '^' "$head"
            case '*'
                echo $candidate
        end
    end
end
complete -c icd -f -a '(__icd_complete)'
